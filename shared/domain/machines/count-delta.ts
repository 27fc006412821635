import type { CountKind } from "./events.ts";

export interface CounterRule {
  /** Value at which the counter wraps to 0, e.g. 65 536; null when it never does. */
  readonly rolloverAt: number | null;
  /** Fastest the machine can make pieces; what is above it is no production. */
  readonly maxPiecesPerSecond: number;
}

/** From the baseline to a new reading; `elapsedMs` between them bounds what is plausible. */
export interface CounterStep {
  readonly previous: number | undefined;
  readonly reading: number;
  readonly elapsedMs: number;
}

export interface CountDelta {
  readonly kind: CountKind;
  readonly delta: number;
}

/** Pieces that may come on top of the rate, for the readings' own time error. */
const SLACK_PIECES = 5;

/**
 * A counter that goes back may only stand for what the machine makes in this time. After a night without a piece any
 * figure would be plausible by rate, and a counter that someone set from 6000 to 5500 would invent 5500 pieces.
 */
const LONGEST_RESTART_MS = 60_000;

/**
 * What a new reading of a part counter means. Never negative, never huge (fault U6):
 * - no baseline: take it as baseline, count nothing;
 * - forward by a plausible amount: that many pieces;
 * - back from just below the wrap to just above 0: rollover, pieces on both sides of the wrap;
 * - back to a small value, at most a minute's pieces: the counter was reset, pieces since then;
 * - back to anything else, or forward faster than the machine can: nothing is counted, the reading becomes the new
 *   baseline and the event says so, for a person to look at.
 *
 * @returns undefined when the reading is equal to the baseline
 */
export function countDelta(
  { previous, reading, elapsedMs }: CounterStep,
  rule: CounterRule,
): CountDelta | undefined {
  if (previous === undefined) return { kind: "baseline", delta: 0 };
  if (reading === previous) return undefined;
  if (reading > previous) return forward(reading - previous, plausiblePieces(elapsedMs, rule));
  const plausible = plausiblePieces(Math.min(elapsedMs, LONGEST_RESTART_MS), rule);
  const wrapped = (rule.rolloverAt ?? Number.POSITIVE_INFINITY) - previous + reading;
  // Not above 0: the counter has long passed the wrap it was configured with, so that is not where it wraps.
  if (wrapped > 0 && wrapped <= plausible) return { kind: "rollover", delta: wrapped };
  if (reading <= plausible) return { kind: "reset", delta: reading };
  return { kind: "stepped-back", delta: 0 };
}

function plausiblePieces(elapsedMs: number, rule: CounterRule): number {
  return Math.ceil((elapsedMs / 1000) * rule.maxPiecesPerSecond) + SLACK_PIECES;
}

function forward(delta: number, plausible: number): CountDelta {
  return delta <= plausible ? { kind: "advance", delta } : { kind: "implausible", delta: 0 };
}
