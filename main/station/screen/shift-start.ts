import { shiftAt } from "../../../shared/domain/shifts/shift-at.ts";
import type { ShiftCalendar } from "../../../shared/domain/shifts/shift-calendar.ts";

const DAY_MS = 86_400_000;

/**
 * Since when "this shift" counts. Between shifts that is the last one, so that who comes next still sees it; without one
 * in a month it is a day.
 */
export function shiftStartUtc(calendar: ShiftCalendar, atUtc: string): string {
  const atMs = Date.parse(atUtc);
  const time = shiftAt(calendar, atMs);
  const fromMs = time.kind === "shift" ? time.fromMs : (time.lastFromMs ?? atMs - DAY_MS);
  return new Date(fromMs).toISOString();
}
