import { roughBits } from "./rough-bits.ts";

/**
 * Guesses the next whole number from those before. "average" follows an exponential average with this share of the
 * last error, 1 being the last value itself; noise around a level is guessed best by a slow one, as the difference of
 * two noisy values is noisier than either. All arithmetic is on doubles below 2^53, so that encoder and decoder agree
 * to the bit.
 */
export type Predictor =
  | { readonly kind: "nothing" }
  | { readonly kind: "line" }
  | { readonly kind: "average"; readonly share: number };

/** Its place is stored: only ever append. */
export const PREDICTORS: readonly Predictor[] = [
  { kind: "nothing" },
  { kind: "line" },
  { kind: "average", share: 1 },
  { kind: "average", share: 0.75 },
  { kind: "average", share: 0.5 },
  { kind: "average", share: 0.375 },
  { kind: "average", share: 0.25 },
  { kind: "average", share: 0.125 },
  { kind: "average", share: 0.0625 },
];

/** `residuals[i]` = `values[i]` less the guess of the same row. */
export function predict(predictor: Predictor, values: Float64Array, residuals: Float64Array): void {
  switch (predictor.kind) {
    case "nothing":
      residuals.set(values);
      return;
    case "line":
      lineResiduals(values, residuals);
      return;
    case "average":
      averageResiduals(values, residuals, predictor.share);
      return;
    default:
      predictor satisfies never;
  }
}

/** The reverse of `predict`, in place. */
export function restore(predictor: Predictor, residuals: Float64Array): void {
  switch (predictor.kind) {
    case "nothing":
      return;
    case "line":
      restoreLine(residuals);
      return;
    case "average":
      if (predictor.share === 1) restoreSum(residuals);
      else restoreAverage(residuals, predictor.share);
      return;
    default:
      predictor satisfies never;
  }
}

function lineResiduals(values: Float64Array, residuals: Float64Array): void {
  let last = 0;
  let beforeLast = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    residuals[row] = value - (2 * last - beforeLast);
    beforeLast = last;
    last = value;
  }
}

function restoreLine(residuals: Float64Array): void {
  let last = 0;
  let beforeLast = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    const value = (residuals[row] ?? 0) + (2 * last - beforeLast);
    residuals[row] = value;
    beforeLast = last;
    last = value;
  }
}

function averageResiduals(values: Float64Array, residuals: Float64Array, share: number): void {
  let average = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    residuals[row] = value - Math.floor(average + 0.5);
    average += (value - average) * share;
  }
}

function restoreAverage(residuals: Float64Array, share: number): void {
  let average = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    const value = (residuals[row] ?? 0) + Math.floor(average + 0.5);
    residuals[row] = value;
    average += (value - average) * share;
  }
}

function restoreSum(residuals: Float64Array): void {
  let last = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    last += residuals[row] ?? 0;
    residuals[row] = last;
  }
}

const SAMPLED = 128;
const FIRST_TRIES = [2, 6, 1, 0];
/** What is worth trying next when one of the first tries is best. */
const NEIGHBOURS: Readonly<Record<number, readonly number[]>> = { 2: [3, 4], 6: [7, 8, 5, 4] };

/** The predictor (its place) that needs the fewest bits on rows from the middle. */
export function choosePredictor(values: Float64Array): number {
  const from = Math.max(0, (values.length - SAMPLED) >>> 1);
  const sample = values.slice(from, from + SAMPLED);
  const first = sample[0] ?? 0;
  for (let row = 0; row < sample.length; row += 1) sample[row] = (sample[row] ?? 0) - first;
  const residuals = new Float64Array(sample.length);
  let best = { place: 0, bits: Number.POSITIVE_INFINITY };
  const tryAll = (places: readonly number[]): void => {
    for (const place of places) {
      predict(PREDICTORS[place] ?? { kind: "nothing" }, sample, residuals);
      const bits = roughBits(residuals);
      if (bits < best.bits) best = { place, bits };
    }
  };
  tryAll(FIRST_TRIES);
  tryAll(NEIGHBOURS[best.place] ?? []);
  return best.place;
}
