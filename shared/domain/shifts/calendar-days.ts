import { z } from "zod";
import { localizedText } from "../people/localized-text.ts";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Times are the plant's own; `to` at or before `from` lies on the next day. */
export const shiftTimes = z.looseObject({
  shiftCode: z.string().min(1).max(20),
  name: localizedText,
  from: timeOfDay,
  to: timeOfDay,
  /** Time inside of the shift in which nobody is meant to work. */
  breaks: z
    .array(z.looseObject({ from: timeOfDay, to: timeOfDay }))
    .max(10)
    .default([]),
});
export type ShiftTimes = z.infer<typeof shiftTimes>;

/** The days of a calendar. A shift belongs to the day on which it begins, also with the hours after midnight. */
export const calendarDays = z.looseObject({
  /** The usual week; `days` 1 is Monday. */
  week: z
    .array(shiftTimes.extend({ days: z.array(z.int().min(1).max(7)).min(1).max(7) }))
    .min(1)
    .max(50),
  /** Days that are not as usual, each with all of its shifts; none: nobody works. */
  exceptions: z
    .array(z.looseObject({ date: z.iso.date(), shifts: z.array(shiftTimes).max(10) }))
    .max(400)
    .default([]),
});
export type CalendarDays = z.infer<typeof calendarDays>;
