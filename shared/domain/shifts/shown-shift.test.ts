import { describe, expect, test } from "vitest";
import { shiftCalendarSchema } from "./shift-calendar.ts";
import { shownShift } from "./shown-shift.ts";

const name = { en: "Early", pl: "Ranna" };
const early = { shiftCode: "E", name, days: [1, 2, 3, 4, 5], from: "06:30", to: "14:00" };
const breaks = [{ from: "09:30", to: "10:00" }];
const place = { shiftCalendarId: "HALL-2", workUnits: null, timeZone: "Europe/Warsaw" };
const calendar = shiftCalendarSchema.parse({ ...place, week: [{ ...early, breaks }] });

describe("the shift on the screen", () => {
  test("MS-24 is named by the MES, with hours that say no more than they must", () => {
    const shown = { name, from: "06:30", to: "14", isBreak: false };
    expect(shownShift(calendar, "2026-11-23T06:00:00.000Z")).toEqual(shown);
    expect(shownShift(calendar, "2026-11-23T08:45:00.000Z")).toEqual({ ...shown, isBreak: true });
    expect(shownShift(calendar, "2026-11-23T13:00:00.000Z")).toBeNull();
  });
});
