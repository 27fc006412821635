import { describe, expect, test } from "vitest";
import { shiftCalendarSchema } from "./shift-calendar.ts";

const shift = (shiftCode: string, from: string, to: string, days = [1, 2, 3, 4, 5]) => ({
  shiftCode,
  name: { en: shiftCode },
  days,
  from,
  to,
});
const calendar = { shiftCalendarId: "HALL-2", workUnits: null, timeZone: "Europe/Warsaw" };
const week = [shift("early", "06:00", "14:00"), shift("night", "22:00", "06:00")];

function faultOf(given: object): string {
  const { error } = shiftCalendarSchema.safeParse({ ...calendar, week, ...given });
  const [issue] = error?.issues ?? [];
  return issue === undefined ? "none" : `${issue.path.join(".")} ${issue.message}`;
}

describe("a shift calendar", () => {
  test("MS-20 needs its zone and its week; breaks and exceptions are none unless they are given", () => {
    const read = shiftCalendarSchema.parse({ ...calendar, week, site: "kept for a later version" });
    expect(read).toMatchObject({ exceptions: [], week: [{ breaks: [] }, { breaks: [] }] });
    expect(shiftCalendarSchema.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  test.each([
    ["a place that is no zone", { timeZone: "Mars/Olympus" }, "timeZone is no time zone"],
    ["no shift at all", { week: [] }, "week "],
    ["24 o'clock", { week: [shift("early", "06:00", "24:00")] }, "week.0.to "],
    [
      "two shifts at a time",
      { week: [...week, shift("day", "08:00", "16:00")] },
      "week has two shifts at a time: early",
    ],
    [
      "Sunday's night into Monday's early shift",
      { week: [shift("early", "05:00", "13:00", [1]), shift("night", "22:00", "06:00", [7])] },
      "week has two shifts at a time: night until 06:00 and early from 05:00",
    ],
    [
      "a break that begins before its shift",
      { week: [{ ...shift("early", "06:00", "14:00"), breaks: [{ from: "05:30", to: "06:30" }] }] },
      "week.0.breaks.0 must lie inside of 06:00 to 14:00",
    ],
    [
      "a break of no length",
      { week: [{ ...shift("early", "06:00", "14:00"), breaks: [{ from: "09:00", to: "09:00" }] }] },
      "week.0.breaks.0 must lie",
    ],
    [
      "a date that does not exist",
      { exceptions: [{ date: "2026-02-30", shifts: [] }] },
      "exceptions.0.date ",
    ],
    [
      "a date twice",
      {
        exceptions: [
          { date: "2026-12-24", shifts: [] },
          { date: "2026-12-24", shifts: [] },
        ],
      },
      "exceptions.1.date is there twice: 2026-12-24",
    ],
    [
      "an exception that meets the night before it",
      { exceptions: [{ date: "2026-12-24", shifts: [shift("short", "05:00", "12:00")] }] },
      "exceptions.0.shifts has two shifts at a time: night until 06:00 and short from 05:00",
    ],
  ])("MS-20 %s is refused with its place", (_what, given, fault) => {
    expect(faultOf(given)).toContain(fault);
  });

  test("MS-20 a night's break after midnight and a shift around the clock are in order", () => {
    const night = { ...shift("night", "22:00", "06:00"), breaks: [{ from: "01:45", to: "02:15" }] };
    expect(faultOf({ week: [night] })).toBe("none");
    expect(faultOf({ week: [shift("always", "06:00", "06:00", [1, 2, 3, 4, 5, 6, 7])] })).toBe("none");
  });
});
