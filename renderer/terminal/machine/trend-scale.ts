import type { SignalTrend } from "../../../shared/screen/machine-trend.ts";

export interface TrendScale {
  readonly min: number;
  readonly max: number;
  /** Between these two the value was nine tenths of the time. */
  readonly usual: { readonly from: number; readonly to: number };
}

const MARGIN = 0.12;
/** A value and the end of the window: one that never changes is a line as well. */
const FEWEST = 2;
const TAIL = 0.05;

/** @returns null while there are too few values to draw a line of */
export function trendScale({ atMs, value }: Pick<SignalTrend, "atMs" | "value">): TrendScale | null {
  const held = heldTimes(atMs, value);
  if (held.length < FEWEST) return null;
  const min = held[0]?.value ?? 0;
  const max = held.at(-1)?.value ?? 0;
  const room = (max - min || Math.max(1, Math.abs(max) * 0.1)) * MARGIN;
  return {
    min: min - room,
    max: max + room,
    usual: { from: valueAfter(held, TAIL), to: valueAfter(held, 1 - TAIL) },
  };
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
