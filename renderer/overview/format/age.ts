import type { IntlShape } from "react-intl";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** An age in words, two units at most: "8 s", "12 min", "3 h 05 min", "2 d 4 h". What a wrong clock puts into the future is new. */
export function formatAge(intl: IntlShape, givenMs: number): string {
  const ms = Math.max(0, givenMs);
  if (ms < MINUTE_MS) return intl.formatMessage({ id: "age.seconds" }, { s: Math.floor(ms / 1000) });
  if (ms < HOUR_MS) return intl.formatMessage({ id: "age.minutes" }, { min: Math.floor(ms / MINUTE_MS) });
  if (ms < DAY_MS) {
    const min = String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, "0");
    return intl.formatMessage({ id: "age.hours" }, { h: Math.floor(ms / HOUR_MS), min });
  }
  const h = Math.floor((ms % DAY_MS) / HOUR_MS);
  return intl.formatMessage({ id: "age.days" }, { d: Math.floor(ms / DAY_MS), h });
}

/** A running clock for the figure of a tile: "04:10", "1:02:10"; from a day on in words, where seconds say nothing. */
export function formatElapsed(intl: IntlShape, ms: number): string {
  if (ms >= DAY_MS) return formatAge(intl, ms);
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return ms < HOUR_MS ? clock : `${Math.floor(seconds / 3600)}:${clock}`;
}
