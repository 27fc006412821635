import { toldCalendar } from "../../shared/domain/shifts/calendar-of.ts";
import { shiftCalendarSchema } from "../../shared/domain/shifts/shift-calendar.ts";
import { type WorkedTime, workedTime } from "../../shared/domain/shifts/worked-time.ts";
import type { Queries } from "../database/database.ts";
import { readMasterData } from "../repositories/master-data-repository.ts";

/** The worked time of each work unit, by its own calendar or the plant's; without one it is worked around the clock. */
export async function readWorkedTimes(db: Queries): Promise<(workUnit: string) => WorkedTime> {
  const stored = await readMasterData(db, "shift-calendar");
  const calendars = [...stored.values()].map(({ body }) => shiftCalendarSchema.parse(JSON.parse(body)));
  const times = new Map([null, ...calendars].map((calendar) => [calendar, workedTime(calendar)] as const));
  const around = workedTime(null);
  return (workUnit) => times.get(toldCalendar(calendars, workUnit) ?? null) ?? around;
}
