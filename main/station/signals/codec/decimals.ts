import { LARGEST_SPREAD } from "./integer-series.ts";

/** Values as whole numbers of 10^-exponent, with the rows for which that is not so. */
export interface Decimals {
  readonly exponent: number;
  /** The values are 32-bit floats of the decimal number, as most controllers send them. */
  readonly isSingle: boolean;
  /** At an exception the number of the row before. */
  readonly wholes: Float64Array;
  readonly exceptions: readonly number[];
}

export const LARGEST_EXPONENT = 15;
/** Times are often whole seconds or milliseconds, written in microseconds. */
export const SMALLEST_EXPONENT = -6;

/** 10^exponent from SMALLEST_EXPONENT on; negative ones stand as their inverse, since only those are exact. */
const POWERS = Float64Array.from({ length: LARGEST_EXPONENT + 1 }, (_, exponent) => 10 ** exponent);
const WIDEST = 2 ** 51;

/** What a reader does with a whole number, the one definition of "exact" here. */
export function decimalValue(whole: number, exponent: number): number {
  return exponent >= 0 ? whole / (POWERS[exponent] ?? 1) : whole * (POWERS[-exponent] ?? 1);
}

/** @returns undefined when too many values are no short decimals */
export function findDecimals(values: Float64Array): Decimals | undefined {
  const exact = decimalsOf(values, false);
  if (exact !== undefined) return exact;
  return areSingles(values) ? decimalsOf(values, true) : undefined;
}

function areSingles(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (Math.fround(value) !== value && !Number.isNaN(value)) return false;
  }
  return true;
}

/** Starts again with a larger exponent whenever a value needs one; most columns are through at the first or second go. */
function decimalsOf(values: Float64Array, isSingle: boolean): Decimals | undefined {
  let exponent = 0;
  for (;;) {
    const tried = tryExponent(values, exponent, isSingle);
    if (tried === undefined || typeof tried === "object") return tried;
    exponent = tried;
  }
}

/** @returns a larger exponent that is needed, or undefined when there are too many exceptions */
function tryExponent(
  values: Float64Array,
  exponent: number,
  isSingle: boolean,
): Decimals | number | undefined {
  const power = POWERS[exponent] ?? 1;
  const wholes = new Float64Array(values.length);
  const exceptions: number[] = [];
  let first: number | undefined;
  let last = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    const whole = Math.round(value * power);
    if (fits(value, whole, { power, isSingle })) {
      first ??= whole;
      if (Math.abs(whole - first) < LARGEST_SPREAD) {
        last = whole;
        wholes[row] = whole;
        continue;
      }
    } else {
      const needed = exponentOf(value, exponent + 1, isSingle);
      if (needed !== undefined) return needed;
    }
    if (exceptions.length >= 2 + values.length / 16) return undefined;
    exceptions.push(row);
    wholes[row] = last;
  }
  // Exceptions before the first number take it too, so that the spread is that of the numbers.
  for (let row = 0; row < values.length && exceptions[row] === row; row += 1) wholes[row] = first ?? 0;
  const zeros = exponent === 0 && !isSingle ? commonZeros(wholes) : 0;
  return { exponent: exponent - zeros, isSingle, wholes, exceptions };
}

function exponentOf(value: number, from: number, isSingle: boolean): number | undefined {
  for (let exponent = from; exponent <= LARGEST_EXPONENT; exponent += 1) {
    const power = POWERS[exponent] ?? 1;
    if (fits(value, Math.round(value * power), { power, isSingle })) return exponent;
  }
  return undefined;
}

interface Scale {
  readonly power: number;
  readonly isSingle: boolean;
}

function fits(value: number, whole: number, { power, isSingle }: Scale): boolean {
  if (!(Math.abs(whole) < WIDEST)) return false;
  const back = isSingle ? Math.fround(whole / power) : whole / power;
  return back === value && (value !== 0 || 1 / value > 0);
}

/** Divides by the largest power of ten that divides all. @returns its exponent */
function commonZeros(wholes: Float64Array): number {
  let zeros = -SMALLEST_EXPONENT;
  for (let row = 0; row < wholes.length && zeros > 0; row += 1) {
    const whole = wholes[row] ?? 0;
    while (zeros > 0 && Math.round(whole / (POWERS[zeros] ?? 1)) * (POWERS[zeros] ?? 1) !== whole) zeros -= 1;
  }
  const power = POWERS[zeros] ?? 1;
  if (zeros > 0) for (let row = 0; row < wholes.length; row += 1) wholes[row] = (wholes[row] ?? 0) / power;
  return zeros;
}
