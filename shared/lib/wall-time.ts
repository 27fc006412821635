const WINDOW_MS = 36 * 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * What the wall clock of a zone shows at an instant, as milliseconds that would show the same in UTC: made for taking
 * fields out and for adding days, never for durations.
 */
export function wallMsAt(instantMs: number, timeZone: string): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const withinSecondMs = ((instantMs % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + withinSecondMs;
}

/**
 * The instant at which the wall clock of a zone shows `wallMs`. A time that the clock shows twice is the first of both;
 * one that it skips is the instant at which it is put forward. So a later wall time is never an earlier instant.
 */
export function instantOfWallMs(wallMs: number, timeZone: string): number {
  const before = offsetMs(wallMs - WINDOW_MS, timeZone);
  const after = offsetMs(wallMs + WINDOW_MS, timeZone);
  if (offsetMs(wallMs - before, timeZone) === before) return wallMs - before;
  if (offsetMs(wallMs - after, timeZone) === after) return wallMs - after;
  return changeBetween(wallMs - after, wallMs - before, timeZone);
}

function offsetMs(instantMs: number, timeZone: string): number {
  return wallMsAt(instantMs, timeZone) - instantMs;
}

/** The first instant after `fromMs` with the offset of `toMs`. */
function changeBetween(fromMs: number, toMs: number, timeZone: string): number {
  const reached = offsetMs(toMs, timeZone);
  let [low, high] = [fromMs, toMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle, timeZone) === reached) high = middle;
    else low = middle;
  }
  return high;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const date = { year: "numeric", month: "numeric", day: "numeric" } as const;
  const time = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" } as const;
  const made = new Intl.DateTimeFormat("en-GB", { ...date, ...time, timeZone });
  formats.set(timeZone, made);
  return made;
}
