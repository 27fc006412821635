import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWorked, shiftAt } from "./shift-at.ts";
import { aroundTheClock, anyCalendar as calendars, zones } from "./testing/any-calendar.ts";
import { threeShiftDay } from "./three-shift-day.ts";

const HOUR_MS = 3_600_000;
const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });

describe("the shift of an instant, whatever the calendar and the zone", () => {
  test("MS-22 C6 an instant lies in the shift that it is said to lie in, and its whole length says the same", () => {
    fc.assert(
      fc.property(calendars, instants, fc.double({ min: 0, max: 1, noNaN: true }), (calendar, atMs, part) => {
        const time = shiftAt(calendar, atMs);
        if (time.kind === "no-shift") return;
        expect(time.fromMs).toBeLessThanOrEqual(atMs);
        expect(time.toMs).toBeGreaterThan(atMs);
        const inside = time.fromMs + Math.floor((time.toMs - time.fromMs - 1) * part);
        expect(shiftAt(calendar, inside)).toEqual(time);
      }),
    );
  });

  test("MS-22 C6 shifts around the clock leave no moment out, also where the clock skips or repeats", () => {
    fc.assert(
      fc.property(aroundTheClock, instants, (calendar, atMs) => {
        const time = shiftAt(calendar, atMs);
        if (time.kind === "no-shift") throw new Error("A moment without a shift");
        expect(shiftAt(calendar, time.toMs)).toMatchObject({ kind: "shift", fromMs: time.toMs });
      }),
    );
  });

  test("MS-22 C6 without a calendar a shift has 7 to 9 hours and all time is planned", () => {
    fc.assert(
      fc.property(zones, instants, (zone, atMs) => {
        const calendar = threeShiftDay(zone);
        const time = shiftAt(calendar, atMs);
        if (time.kind === "no-shift") throw new Error("A moment without a shift");
        expect(time.toMs - time.fromMs).toBeGreaterThanOrEqual(7 * HOUR_MS);
        expect(time.toMs - time.fromMs).toBeLessThanOrEqual(9 * HOUR_MS);
        expect(isWorked(calendar, atMs)).toBe(true);
      }),
    );
  });

  test("MS-21 what was found before plays no part in what is found", () => {
    fc.assert(
      fc.property(calendars, fc.array(instants, { minLength: 2, maxLength: 8 }), (calendar, several) => {
        const near = several.flatMap((atMs) => [atMs, atMs + 1, atMs - HOUR_MS, atMs + 9 * HOUR_MS]);
        for (const atMs of near) expect(shiftAt(calendar, atMs)).toEqual(shiftAt({ ...calendar }, atMs));
      }),
    );
  });
});
