import { describe, expect, test } from "vitest";
import { shiftCalendarSchema } from "../../../shared/domain/shifts/shift-calendar.ts";
import { threeShiftDay } from "../../../shared/domain/shifts/three-shift-day.ts";
import { shiftStartUtc } from "./shift-start.ts";

const WARSAW = "Europe/Warsaw";
const early = { shiftCode: "E", name: { en: "Early" }, days: [1, 2, 3, 4, 5], from: "06:30", to: "14:00" };
const place = { shiftCalendarId: "HALL-2", workUnits: null, timeZone: WARSAW };
const calendar = shiftCalendarSchema.parse({ ...place, week: [early] });

describe("the beginning of this shift", () => {
  test.each([
    ["in a shift", "2026-11-23T08:45:00.000Z", "2026-11-23T05:30:00.000Z"],
    ["on Sunday it is Friday's", "2026-11-29T09:00:00.000Z", "2026-11-27T05:30:00.000Z"],
  ])("MS-24 this shift counts since its begin: %s", (_when, atUtc, fromUtc) => {
    expect(shiftStartUtc(calendar, atUtc)).toBe(fromUtc);
  });

  test.each([
    ["the night before summer time", "2026-03-29T03:30:00.000Z", "2026-03-28T21:00:00.000Z"],
    ["the early shift after it", "2026-03-29T04:30:00.000Z", "2026-03-29T04:00:00.000Z"],
    ["the night of winter time", "2026-10-25T04:30:00.000Z", "2026-10-24T20:00:00.000Z"],
    ["the early shift after it", "2026-10-25T05:30:00.000Z", "2026-10-25T05:00:00.000Z"],
    ["the first instant of a shift", "2026-11-23T05:00:00.000Z", "2026-11-23T05:00:00.000Z"],
  ])("MS-24 C6 without a calendar, %s", (_what, atUtc, fromUtc) => {
    expect(shiftStartUtc(threeShiftDay(WARSAW), atUtc)).toBe(fromUtc);
  });
});
