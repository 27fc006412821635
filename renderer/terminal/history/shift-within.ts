import type { TimeRow } from "../../../shared/screen/time-row.ts";

const MINUTE_MS = 60_000;

/**
 * A shift by so many minutes more, kept within what the events before and after it allow; whole minutes, so it may end up to
 * a minute before either of them.
 */
export function shiftWithin(
  { atUtc, earliestUtc, latestUtc }: Pick<TimeRow, "atUtc" | "earliestUtc" | "latestUtc">,
  shiftMinutes: number,
): number {
  const at = Date.parse(atUtc);
  const least = Math.ceil((Date.parse(earliestUtc) - at) / MINUTE_MS);
  const most = Math.floor((Date.parse(latestUtc) - at) / MINUTE_MS);
  return Math.min(Math.max(shiftMinutes, Math.min(least, 0)), Math.max(most, 0)) + 0;
}
