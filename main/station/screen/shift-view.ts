import { shiftAt } from "../../../shared/domain/shifts/shift-at.ts";
import type { ShiftCalendar } from "../../../shared/domain/shifts/shift-calendar.ts";
import type { ShiftView } from "../../../shared/screen/screen-model.ts";

const DAY_MS = 86_400_000;

/** The shift that works at a time; null: none does. */
export function shiftView(calendar: ShiftCalendar, atUtc: string): ShiftView | null {
  const time = shiftAt(calendar, Date.parse(atUtc));
  if (time.kind === "no-shift") return null;
  const { name, from, to } = time.shift;
  return { name, from: hours(from), to: hours(to), isBreak: time.isBreak };
}

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

function hours(timeOfDay: string): string {
  return timeOfDay.replace(/:00$/, "");
}
