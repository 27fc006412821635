import { describe, expect, test } from "vitest";
import { isWorked, shiftAt } from "./shift-at.ts";
import { shiftCalendarSchema } from "./shift-calendar.ts";
import { threeShiftDay } from "./three-shift-day.ts";

const WARSAW = "Europe/Warsaw";
const days = [1, 2, 3, 4, 5];
const calendar = shiftCalendarSchema.parse({
  shiftCalendarId: "HALL-2",
  workUnits: null,
  timeZone: WARSAW,
  week: [
    {
      ...{ shiftCode: "early", name: { en: "Early" }, days, from: "06:00", to: "14:00" },
      breaks: [{ from: "09:30", to: "10:00" }],
    },
    {
      ...{ shiftCode: "night", name: { en: "Night" }, days, from: "22:00", to: "06:00" },
      breaks: [{ from: "01:45", to: "02:15" }],
    },
  ],
  exceptions: [
    { date: "2026-12-25", shifts: [] },
    {
      date: "2026-12-26",
      shifts: [{ shiftCode: "extra", name: { en: "Extra" }, from: "08:00", to: "12:00" }],
    },
  ],
});

function told(atUtc: string, asked = calendar): string {
  const time = shiftAt(asked, Date.parse(atUtc));
  if (time.kind === "no-shift") return "none";
  return `${time.shift.shiftCode} of ${time.productionDate}${time.isBreak ? ", break" : ""}`;
}

describe("the shift of an instant", () => {
  test.each([
    ["Monday, the first moment", "2026-11-23T05:00:00.000Z", "early of 2026-11-23"],
    ["Monday, the moment before", "2026-11-23T04:59:59.999Z", "none"],
    ["the end is not part of it", "2026-11-23T13:00:00.000Z", "none"],
    ["a break", "2026-11-23T08:30:00.000Z", "early of 2026-11-23, break"],
    ["after the break", "2026-11-23T09:00:00.000Z", "early of 2026-11-23"],
    [
      "after midnight it is still the night of the day before",
      "2026-11-24T00:30:00.000Z",
      "night of 2026-11-23",
    ],
    ["its break after midnight", "2026-11-24T01:00:00.000Z", "night of 2026-11-23, break"],
    ["Saturday morning, Friday's night", "2026-11-28T04:59:00.000Z", "night of 2026-11-27"],
    ["Sunday", "2026-11-29T09:00:00.000Z", "none"],
    ["Christmas begins with the night of the 24th", "2026-12-25T04:00:00.000Z", "night of 2026-12-24"],
    ["Christmas", "2026-12-25T09:00:00.000Z", "none"],
    ["a Saturday's extra shift", "2026-12-26T09:00:00.000Z", "extra of 2026-12-26"],
    ["no usual shift beside it", "2026-12-26T22:00:00.000Z", "none"],
    ["summer time is the plant's time", "2026-07-06T04:00:00.000Z", "early of 2026-07-06"],
  ])("MS-21 C6 %s", (_when, atUtc, wanted) => expect(told(atUtc)).toBe(wanted));

  test("MS-21 a break is not worked, and neither is the time between shifts", () => {
    const worked = (atUtc: string): boolean => isWorked(calendar, Date.parse(atUtc));
    expect(worked("2026-11-23T08:29:59.999Z")).toBe(true);
    expect(worked("2026-11-23T08:30:00.000Z")).toBe(false);
    expect(worked("2026-11-23T15:00:00.000Z")).toBe(false);
  });

  test("MS-21 between shifts the last one is still known; after a month without any it is not", () => {
    const lastUtc = (atUtc: string): string | undefined => {
      const time = shiftAt(calendar, Date.parse(atUtc));
      return time.kind === "shift" || time.lastFromMs === undefined
        ? undefined
        : new Date(time.lastFromMs).toISOString();
    };
    expect(lastUtc("2026-11-29T09:00:00.000Z")).toBe("2026-11-27T21:00:00.000Z");
    const shut = Array.from({ length: 40 }, (_, day) => ({
      date: new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10),
      shifts: [],
    }));
    const closed = shiftCalendarSchema.parse({ ...calendar, exceptions: shut });
    expect(shiftAt(closed, Date.UTC(2027, 1, 8))).toEqual({ kind: "no-shift", lastFromMs: undefined });
  });

  test.each([
    ["the night before summer time has seven hours", "2026-03-29T03:30:00.000Z", 7],
    ["the night of winter time has nine", "2026-10-25T04:30:00.000Z", 9],
    ["any other has eight", "2026-11-23T04:30:00.000Z", 8],
  ])("MS-22 C6 in Warsaw %s", (_what, atUtc, hours) => {
    const time = shiftAt(threeShiftDay(WARSAW), Date.parse(atUtc));
    if (time.kind !== "shift") throw new Error("No shift");
    expect(time.shift.shiftCode).toBe("night");
    expect((time.toMs - time.fromMs) / 3_600_000).toBe(hours);
  });

  test.each([
    ["2026-11-23T04:59:59.999Z", WARSAW, "night of 2026-11-22"],
    ["2026-11-23T13:00:00.000Z", WARSAW, "late of 2026-11-23"],
    ["2026-11-23T00:29:00.000Z", "Asia/Kolkata", "night of 2026-11-22"],
    ["2026-11-23T00:30:00.000Z", "Asia/Kolkata", "early of 2026-11-23"],
    ["2038-01-19T03:14:08.000Z", "UTC", "night of 2038-01-18"],
  ])("MS-22 C6 without a calendar %s in %s is in the %s", (atUtc, zone, wanted) => {
    expect(told(atUtc, threeShiftDay(zone))).toBe(wanted);
  });
});
