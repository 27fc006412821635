import type { IntlShape } from "react-intl";

const WEEK_MS = 6 * 86_400_000;

/** Time of day, 24 h, in the zone of this browser. */
export function formatClock(intl: IntlShape, utc: string): string {
  return intl.formatDate(utc, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function formatClockWithSeconds(intl: IntlShape, utc: string): string {
  return intl.formatDate(utc, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

/** As short as it can be without doubt: "14:00" today, "Thu 14:00" within a week, else "3 Dec 14:00". */
export function formatMoment(intl: IntlShape, utc: string, nowMs: number): string {
  const clock = formatClock(intl, utc);
  if (isSameDay(utc, nowMs)) return clock;
  const isNear = Math.abs(Date.parse(utc) - nowMs) < WEEK_MS;
  const day = isNear
    ? intl.formatDate(utc, { weekday: "short" })
    : intl.formatDate(utc, { day: "numeric", month: "short" });
  return `${day} ${clock}`;
}

function isSameDay(utc: string, nowMs: number): boolean {
  return new Date(utc).toDateString() === new Date(nowMs).toDateString();
}
