import type { Text } from "./use-text.ts";

/** "00:42:10"; hours grow beyond 99 rather than wrapping into days. A clock that stepped back reads 0. */
export function elapsed(fromMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.floor((nowMs - fromMs) / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** "42 min", "3 h 10 min", "14 h", "2 d 4 h", "365 d", and seconds only under a minute. */
export function roughly(durationMs: number, t: Text): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) return t("time.seconds", { seconds });
  if (hours < 1) return t("time.minutes", { minutes });
  if (hours >= 10 && hours < 48) return t("time.whole-hours", { hours });
  if (hours < 48) return t("time.hours", { hours, minutes: minutes % 60 });
  const days = Math.floor(hours / 24);
  if (days >= 10 || hours % 24 === 0) return t("time.whole-days", { days });
  return t("time.days", { days, hours: hours % 24 });
}

/** Whole minutes; what was shorter than one is said so, because "0 min" reads as nothing at all. */
export function minutesOrLess(minutes: number, t: Text): string {
  return minutes < 1 ? t("time.under-minute") : t("time.minutes", { minutes });
}
