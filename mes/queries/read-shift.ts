import { shiftCalendarSchema } from "../../shared/domain/shifts/shift-calendar.ts";
import { shownShift } from "../../shared/domain/shifts/shown-shift.ts";
import type { FloorShift } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";
import { readMasterData } from "../repositories/master-data-repository.ts";

/** The shift by the plant's calendar, the first one by id as at the stations; null when the plant has none. */
export async function readShift(db: Queries, nowUtc: string): Promise<FloorShift | null> {
  const stored = await readMasterData(db, "shift-calendar");
  const calendars = [...stored.values()].map(({ body }) => shiftCalendarSchema.parse(JSON.parse(body)));
  const [calendar] = calendars
    .filter(({ workUnits }) => workUnits === null)
    .toSorted((left, right) => (left.shiftCalendarId < right.shiftCalendarId ? -1 : 1));
  if (calendar === undefined) return null;
  const shift = shownShift(calendar, nowUtc);
  return shift === null ? { kind: "no-shift" } : { kind: "shift", ...shift };
}
