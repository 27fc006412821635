import { z } from "zod";
import { isTimeZone } from "../../lib/time-zone.ts";
import { calendarDays } from "./calendar-days.ts";
import { faultsOfCalendar } from "./calendar-faults.ts";

/** When which shift works, as the MES sends it. */
export const shiftCalendarSchema = calendarDays
  .extend({
    shiftCalendarId: z.string().min(1).max(40),
    /** ISA-95 work units that it holds for; null: all that have none of their own. */
    workUnits: z.array(z.string().min(1).max(40)).min(1).max(500).nullable(),
    timeZone: z
      .string()
      .max(60)
      .refine(isTimeZone, "is no time zone; use an IANA name such as Europe/Warsaw"),
  })
  .superRefine((calendar, context) => {
    for (const { path, message } of faultsOfCalendar(calendar)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });
export type ShiftCalendar = z.infer<typeof shiftCalendarSchema>;
