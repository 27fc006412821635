import type { MasterData } from "../master-data.ts";
import type { ShiftCalendar } from "./shift-calendar.ts";
import { threeShiftDay } from "./three-shift-day.ts";

/**
 * The calendar of a work unit: its own, else the plant's, else work around the clock in `timeZone`. Of several the one with
 * the first id counts, so that all stations agree.
 */
export function calendarOf(
  { "shift-calendar": calendars }: MasterData,
  workUnit: string,
  timeZone: string,
): ShiftCalendar {
  return toldCalendar([...calendars.values()], workUnit) ?? threeShiftDay(timeZone);
}

/** @returns undefined: the MES has none for this work unit */
export function toldCalendar(
  calendars: readonly ShiftCalendar[],
  workUnit: string,
): ShiftCalendar | undefined {
  const inTurn = calendars.toSorted((left, right) => (left.shiftCalendarId < right.shiftCalendarId ? -1 : 1));
  const own = inTurn.find(({ workUnits }) => workUnits?.includes(workUnit));
  return own ?? inTurn.find(({ workUnits }) => workUnits === null);
}
