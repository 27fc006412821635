import fc from "fast-check";
import { type ShiftCalendar, shiftCalendarSchema } from "../shift-calendar.ts";

/** Zones with clock changes of an hour, of half an hour and of none, and offsets of quarters of an hour. */
export const zones = fc.constantFrom(
  "Europe/Warsaw",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "UTC",
);

/** Edges of shifts at any minute, so also inside of the hours that a clock skips or shows twice. */
const edges = fc
  .uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.toSorted((left, right) => left - right).map(timeOf));
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 });

/** Shifts on every day, the last one until the first one. */
export const aroundTheClock = fc
  .record({ timeZone: zones, edges })
  .map(({ timeZone, edges: times }) => calendar(timeZone, everyDay, [...times, times[0] ?? "00:00"]));

export const anyCalendar = fc.oneof(
  aroundTheClock,
  fc
    .record({ timeZone: zones, edges, workdays })
    .map(({ timeZone, edges: times, workdays: days }) => calendar(timeZone, days, times)),
);

function calendar(timeZone: string, days: readonly number[], times: readonly string[]): ShiftCalendar {
  const week = times.slice(1).map((to, index) => {
    const shiftCode = `S${index}`;
    return { shiftCode, name: { en: shiftCode }, days, from: times[index], to };
  });
  return shiftCalendarSchema.parse({ shiftCalendarId: "any", workUnits: null, timeZone, week });
}

function timeOf(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(11, 16);
}
