import { describe, expect, test } from "vitest";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { calendarOf } from "./calendar-of.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";
import { threeShiftDay } from "./three-shift-day.ts";

const calendar = (shiftCalendarId: string, workUnits: string[] | null): ShiftCalendar => ({
  ...threeShiftDay("UTC"),
  shiftCalendarId,
  workUnits,
});

function idFor(workUnit: string, calendars: readonly ShiftCalendar[]): string {
  const known = new Map(calendars.map((one) => [one.shiftCalendarId, one]));
  return calendarOf({ ...sampleMasterData, "shift-calendar": known }, workUnit, "UTC").shiftCalendarId;
}

describe("the calendar of a work unit", () => {
  const [plant, press, other] = [
    calendar("PLANT", null),
    calendar("Z-PRESS", ["PRESS-1"]),
    calendar("A", ["OVEN-1"]),
  ];

  test("MS-23 its own outweighs the plant's, and that work around the clock", () => {
    expect(idFor("PRESS-1", [plant, press, other])).toBe("Z-PRESS");
    expect(idFor("CNC-2", [plant, press, other])).toBe("PLANT");
    expect(idFor("CNC-2", [press, other])).toBe("three-shifts");
  });

  test("MS-23 of several the first id counts, in whatever order they came", () => {
    const second = calendar("Z-PRESS-2", ["CNC-2", "PRESS-1"]);
    expect(idFor("PRESS-1", [second, press])).toBe("Z-PRESS");
    expect(idFor("PRESS-1", [press, second])).toBe("Z-PRESS");
  });
});
