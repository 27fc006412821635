import { wallMsAt } from "../../lib/wall-time.ts";
import { dayOf, isoWeekday } from "../shifts/shift-span.ts";
import type { MachineRules } from "./machine-rules.ts";

const DAY_MINUTES = 1440;

type PlannedWeek = NonNullable<MachineRules["planned"]>;

/** Whether the machine's own week plans to use it at a time, by the clock of the plant's zone. */
export function isPlanned(atUtc: string, planned: PlannedWeek, timeZone: string): boolean {
  const wallMs = wallMsAt(Date.parse(atUtc), timeZone);
  const day = isoWeekday(dayOf(wallMs));
  const minute = Math.floor((wallMs - dayOf(wallMs)) / 60_000);
  const yesterday = day === 1 ? 7 : day - 1;
  return planned.some(({ days, from, to }) => {
    const fromMinute = minuteOf(from);
    const endsAfter = minuteOf(to) - fromMinute;
    const lasts = endsAfter > 0 ? endsAfter : endsAfter + DAY_MINUTES;
    const sinceToday = minute - fromMinute;
    const sinceYesterday = sinceToday + DAY_MINUTES;
    const today = days.includes(day) && sinceToday >= 0 && sinceToday < lasts;
    return today || (days.includes(yesterday) && sinceYesterday >= 0 && sinceYesterday < lasts);
  });
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
