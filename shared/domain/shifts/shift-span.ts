import type { CalendarDays, ShiftTimes } from "./calendar-days.ts";

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Wall time of the plant, see `wallMsAt`: half open, `to` is not part of it. */
export interface WallSpan {
  readonly fromWallMs: number;
  readonly toWallMs: number;
}

/** A shift of one day. */
export interface ShiftSpan extends WallSpan {
  readonly shift: ShiftTimes;
  readonly breaks: readonly WallSpan[];
}

/** The shifts that begin on the day with this midnight: those of an exception, else of the week. */
export function spansOfDay({ week, exceptions }: CalendarDays, dayWallMs: number): readonly ShiftSpan[] {
  const date = new Date(dayWallMs).toISOString().slice(0, 10);
  const exception = exceptions.find((day) => day.date === date);
  const shifts = exception?.shifts ?? week.filter(({ days }) => days.includes(isoWeekday(dayWallMs)));
  return shifts
    .map((shift) => spanOf(shift, dayWallMs))
    .toSorted((left, right) => left.fromWallMs - right.fromWallMs);
}

/** @returns midnight of the day that a wall time lies in */
export function dayOf(wallMs: number): number {
  return Math.floor(wallMs / DAY_MS) * DAY_MS;
}

function spanOf(shift: ShiftTimes, dayWallMs: number): ShiftSpan {
  const fromWallMs = dayWallMs + sinceMidnightMs(shift.from);
  const toWallMs = fromWallMs + (lengthMs(shift.from, shift.to) || DAY_MS);
  const breaks = shift.breaks.map(({ from, to }) => {
    const breakFromMs = fromWallMs + lengthMs(shift.from, from);
    return { fromWallMs: breakFromMs, toWallMs: breakFromMs + lengthMs(from, to) };
  });
  return { shift, fromWallMs, toWallMs, breaks };
}

/** From one time of day to the next time that the clock shows the other; less than a day. */
function lengthMs(from: string, to: string): number {
  return (sinceMidnightMs(to) - sinceMidnightMs(from) + DAY_MS) % DAY_MS;
}

function sinceMidnightMs(timeOfDay: string): number {
  const [hour = 0, minute = 0] = timeOfDay.split(":").map(Number);
  return (hour * 60 + minute) * MINUTE_MS;
}

/** Weekday of a midnight by ISO 8601: Monday is 1. The first day of 1970 was a Thursday. */
export function isoWeekday(dayWallMs: number): number {
  return ((((dayWallMs / DAY_MS + 3) % 7) + 7) % 7) + 1;
}
