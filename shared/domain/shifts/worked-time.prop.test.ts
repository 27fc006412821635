import fc from "fast-check";
import { expect, test } from "vitest";
import { isWorked } from "./shift-at.ts";
import { anyCalendar } from "./testing/any-calendar.ts";
import { workedTime } from "./worked-time.ts";

const MINUTE_MS = 60_000;
/** Whole minutes from November 2023 on, for three years: shifts begin and end on whole minutes. */
const instants = fc
  .integer({ min: 0, max: 3 * 366 * 24 * 60 })
  .map((minute) => (28_333_333 + minute) * MINUTE_MS);
const durations = fc.integer({ min: 1, max: 48 * 60 }).map((minutes) => minutes * MINUTE_MS);

test("MS-23 so much is worked until the instant that is given for it, forward and backward", () => {
  fc.assert(
    fc.property(anyCalendar, instants, durations, (calendar, fromMs, durationMs) => {
      const time = workedTime(calendar);
      const after = time.after(fromMs, durationMs);
      const before = time.before(fromMs, durationMs);
      fc.pre(after !== undefined && before !== undefined); // a minute a week takes longer than the horizon
      expect(time.between(fromMs, after)).toBe(durationMs);
      expect(time.between(before, fromMs)).toBe(durationMs);
    }),
    { numRuns: 60 },
  );
});

test("MS-23 what is worked between two instants is every minute that is, and no other", () => {
  fc.assert(
    fc.property(anyCalendar, instants, fc.integer({ min: 0, max: 300 }), (calendar, fromMs, minutes) => {
      const worked = Array.from({ length: minutes }, (_, minute) => fromMs + minute * MINUTE_MS);
      const expected = worked.filter((atMs) => isWorked(calendar, atMs)).length * MINUTE_MS;
      expect(workedTime(calendar).between(fromMs, fromMs + minutes * MINUTE_MS)).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

test("MS-23 without a calendar it is worked around the clock", () => {
  const time = workedTime(null);
  expect([time.after(1_000, 500), time.before(1_000, 500), time.between(1_000, 4_000)]).toEqual([
    1_500, 500, 3_000,
  ]);
  expect(time.between(4_000, 1_000)).toBe(0);
});
