import { swingFilter } from "../../main/station/signals/reduction/swing-filter.ts";
import type { RecordedSignal } from "./recordings.ts";
import { swingingDoor } from "./swinging-door.ts";

export interface Thinned {
  /** Samples per kept point. */
  readonly ratio: number;
  /** The farthest any sample is from the line through the kept points, as a share of the tolerance. */
  readonly farthest: number;
  /** The largest error of an hour's average taken from that line, in the unit of the signal. */
  readonly averageError: number;
}

export function thinned(signal: RecordedSignal, tolerance: number): { ours: Thinned; door: Thinned } {
  const { atUs, value } = signal;
  const { rows, values } = swingFilter(atUs, value, tolerance);
  const door = swingingDoor(atUs, value, tolerance);
  return {
    ours: judged(signal, { rows: [...rows], values: [...values], tolerance }),
    door: judged(signal, { rows: door, values: door.map((row) => value[row] ?? 0), tolerance }),
  };
}

interface Kept {
  readonly rows: readonly number[];
  readonly values: readonly number[];
  readonly tolerance: number;
}

function judged({ atUs, value }: RecordedSignal, { rows, values, tolerance }: Kept): Thinned {
  const line = new Float64Array(value.length);
  for (let piece = 0; piece + 1 < rows.length; piece += 1) {
    const from = rows[piece] ?? 0;
    const to = rows[piece + 1] ?? 0;
    const low = values[piece] ?? 0;
    const slope = ((values[piece + 1] ?? 0) - low) / ((atUs[to] ?? 0) - (atUs[from] ?? 0));
    for (let row = from; row <= to; row += 1)
      line[row] = low + slope * ((atUs[row] ?? 0) - (atUs[from] ?? 0));
  }
  let farthest = 0;
  for (let row = 0; row < value.length; row += 1) {
    farthest = Math.max(farthest, Math.abs((value[row] ?? 0) - (line[row] ?? 0)));
  }
  return {
    ratio: value.length / rows.length,
    farthest: farthest / tolerance,
    averageError: largestAverageError(value, line),
  };
}

const HOUR_SAMPLES = 3_600;

function largestAverageError(value: Float64Array, line: Float64Array): number {
  let largest = 0;
  for (let from = 0; from + HOUR_SAMPLES <= value.length; from += HOUR_SAMPLES) {
    let difference = 0;
    for (let row = from; row < from + HOUR_SAMPLES; row += 1)
      difference += (line[row] ?? 0) - (value[row] ?? 0);
    largest = Math.max(largest, Math.abs(difference / HOUR_SAMPLES));
  }
  return largest;
}

/** The span of a signal. */
export function spanOf(value: Float64Array): number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const each of value) {
    min = Math.min(min, each);
    max = Math.max(max, each);
  }
  return max - min;
}
