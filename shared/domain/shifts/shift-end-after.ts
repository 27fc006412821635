import { instantOfWallMs, wallMsAt } from "../../lib/wall-time.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";
import { DAY_MS, dayOf, spansOfDay } from "./shift-span.ts";

/** A month without any shift is no reason to look further ahead. */
const LOOK_AHEAD_DAYS = 31;

/** When the next shift ends, be it the one that works at `atMs` or one that begins later; undefined: none in a month. */
export function shiftEndAfter(calendar: ShiftCalendar, atMs: number): number | undefined {
  const today = dayOf(wallMsAt(atMs, calendar.timeZone));
  for (let ahead = -1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const ends = spansOfDay(calendar, today + ahead * DAY_MS)
      .map(({ toWallMs }) => instantOfWallMs(toWallMs, calendar.timeZone))
      .filter((toMs) => toMs > atMs);
    if (ends.length > 0) return Math.min(...ends);
  }
  return undefined;
}
