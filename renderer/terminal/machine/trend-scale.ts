import type { NormalLimits } from "../../../shared/domain/machines/mapping.ts";
import type { SignalTrend } from "../../../shared/screen/machine-trend.ts";

export interface TrendScale {
  readonly min: number;
  readonly max: number;
  /** Between these two the value was nine tenths of the time. */
  readonly usual: { readonly from: number; readonly to: number };
  /** What was said to be normal; its ends are drawn as lines. null: nobody said. */
  readonly limits: NormalLimits | null;
}

const MARGIN = 0.12;
/** A value and the end of the window: one that never changes is a line as well. */
const FEWEST = 2;
const TAIL = 0.05;

/** A limit that would leave the curve less than a third of the plot is not drawn in; its words say it. */
const MOST_WIDENED = 3;

/** @returns null while there are too few values to draw a line of */
export function trendScale(
  { atMs, value }: Pick<SignalTrend, "atMs" | "value">,
  limits: NormalLimits | null = null,
): TrendScale | null {
  const held = heldTimes(atMs, value);
  if (held.length < FEWEST) return null;
  const lowest = held[0]?.value ?? 0;
  const highest = held.at(-1)?.value ?? 0;
  const { min, max } = widened({ min: lowest, max: highest }, limits);
  const room = (max - min || Math.max(1, Math.abs(max) * 0.1)) * MARGIN;
  return {
    min: min - room,
    max: max + room,
    limits,
    usual: { from: valueAfter(held, TAIL), to: valueAfter(held, 1 - TAIL) },
  };
}

interface Range {
  readonly min: number;
  readonly max: number;
}

function widened({ min, max }: Range, limits: NormalLimits | null): Range {
  const from = Math.min(min, limits?.low ?? min);
  const to = Math.max(max, limits?.high ?? max);
  const span = max - min || Math.max(1, Math.abs(max) * 0.1);
  return to - from > MOST_WIDENED * span ? { min, max } : { min: from, max: to };
}

interface Held {
  readonly value: number;
  readonly forMs: number;
}

/** Each value with how long it was in force, lowest first. */
function heldTimes(atMs: readonly number[], value: readonly (number | null)[]): readonly Held[] {
  return value
    .flatMap((one, place) => {
      if (one === null) return [];
      return [{ value: one, forMs: Math.max(1, (atMs[place + 1] ?? atMs[place] ?? 0) - (atMs[place] ?? 0)) }];
    })
    .toSorted((left, right) => left.value - right.value);
}

function valueAfter(held: readonly Held[], share: number): number {
  const wholeMs = held.reduce((sum, { forMs }) => sum + forMs, 0);
  let passedMs = 0;
  for (const { value, forMs } of held) {
    passedMs += forMs;
    if (passedMs >= wholeMs * share) return value;
  }
  return held.at(-1)?.value ?? 0;
}
