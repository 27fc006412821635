import type { MachineRules } from "./machine-rules.ts";

const DAY_MINUTES = 1440;
const formats = new Map<string, Intl.DateTimeFormat>();
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Whether anyone planned to use the machine at a time, by the clock of the plant's zone. */
export function isPlanned(atUtc: string, planned: MachineRules["planned"], timeZone: string): boolean {
  if (planned === null) return true;
  const { day, minute } = localTime(atUtc, timeZone);
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

function localTime(atUtc: string, timeZone: string): { readonly day: number; readonly minute: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const parts = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    format = new Intl.DateTimeFormat("en-GB", { ...parts, timeZone });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(Date.parse(atUtc)).map(({ type, value }) => [type, value]),
  );
  return {
    day: weekdays.indexOf(parts.weekday ?? "") + 1,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}
