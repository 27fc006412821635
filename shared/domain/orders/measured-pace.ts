import type { WorkedTime } from "../shifts/worked-time.ts";

/** What an order's journal tells of its pace, oldest first. Instants in milliseconds since 1970, by the station's clock. */
export type PaceEvent =
  | { readonly kind: "made"; readonly atMs: number; readonly pieces: number }
  /** Work on the order began or went on. */
  | { readonly kind: "went-on"; readonly atMs: number }
  /** It was paused, held or ended. */
  | { readonly kind: "interrupted"; readonly atMs: number };

/** How fast an order was worked, and how evenly. */
export interface MeasuredPace {
  /** Mean worked time for one piece. */
  readonly msPerPiece: number;
  /** Standard deviation of the time of one piece. */
  readonly spreadMs: number;
  /** Bookings behind both. */
  readonly bookings: number;
  /** Pieces of these bookings. */
  readonly pieces: number;
  /** Worked since the last of them, at most the usual time from one booking to the next. */
  readonly sinceLastMs: number;
}

/** Fewer say too little about the spread; the range would be wider than any shift. */
const LEAST_BOOKINGS = 5;
/** The pace of the last ones: what was slow in the morning says little about the afternoon. */
const MOST_BOOKINGS = 40;

interface Interval {
  readonly ms: number;
  readonly pieces: number;
}

/**
 * The pace of an order from its own counts and bookings. Between two of them lies an interval of d ms worked time (pauses
 * of the order and time outside of shifts are none) for k pieces. With the time of one piece as a random quantity of mean
 * m and variance s^2, an interval has mean k m and variance k s^2, so m = sum(d) / sum(k) and
 * s^2 = 1 / (n - 1) * sum((d - k m)^2 / k), the least squares estimates weighted by 1 / k.
 *
 * @returns null while there are fewer than five intervals
 */
export function measuredPace(
  events: readonly PaceEvent[],
  time: WorkedTime,
  nowMs: number,
): MeasuredPace | null {
  const { intervals, openMs } = intervalsOf(events, time, nowMs);
  const last = intervals.slice(-MOST_BOOKINGS);
  if (last.length < LEAST_BOOKINGS) return null;
  const pieces = total(last, (one) => one.pieces);
  const workedMs = total(last, ({ ms }) => ms);
  const msPerPiece = workedMs / pieces;
  const squares = total(last, (one) => (one.ms - one.pieces * msPerPiece) ** 2 / one.pieces);
  return {
    msPerPiece,
    spreadMs: Math.sqrt(squares / (last.length - 1)),
    bookings: last.length,
    pieces,
    sinceLastMs: Math.min(openMs, workedMs / last.length),
  };
}

/** Pieces that came with the same instant belong to the interval before it. */
function intervalsOf(
  events: readonly PaceEvent[],
  time: WorkedTime,
  nowMs: number,
): { readonly intervals: readonly Interval[]; readonly openMs: number } {
  const intervals: Interval[] = [];
  let sinceMs: number | null = null;
  let workedMs = 0;
  for (const event of events) {
    if (sinceMs !== null) workedMs += time.between(sinceMs, event.atMs);
    if (event.kind === "made" && workedMs > 0) {
      intervals.push({ ms: workedMs, pieces: event.pieces });
      workedMs = 0;
    }
    sinceMs = event.kind === "interrupted" ? null : event.atMs;
  }
  const openMs = sinceMs === null ? 0 : workedMs + time.between(sinceMs, nowMs);
  return { intervals, openMs };
}

function total(intervals: readonly Interval[], of: (interval: Interval) => number): number {
  return intervals.reduce((sum, interval) => sum + of(interval), 0);
}
