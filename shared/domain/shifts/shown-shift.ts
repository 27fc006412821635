import type { LocalizedText } from "../people/localized-text.ts";
import { shiftAt } from "./shift-at.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";

/** The shift that works, with its hours by the plant's clock: `06`, `14`, or `06:30`. */
export interface ShownShift {
  readonly name: LocalizedText;
  readonly from: string;
  readonly to: string;
  readonly isBreak: boolean;
}

/** The shift that works at a time; null: none does. */
export function shownShift(calendar: ShiftCalendar, atUtc: string): ShownShift | null {
  const time = shiftAt(calendar, Date.parse(atUtc));
  if (time.kind === "no-shift") return null;
  const { name, from, to } = time.shift;
  return { name, from: hours(from), to: hours(to), isBreak: time.isBreak };
}

function hours(timeOfDay: string): string {
  return timeOfDay.replace(/:00$/, "");
}
