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

function decimalsOf(values: Float64Array, isSingle: boolean): Decimals | undefined {
  const exceptionLimit = 2 + values.length / 16;
  const exceptions: number[] = [];
  let exponent = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    let needed = exponent;
    while (needed <= LARGEST_EXPONENT && !fits(value, POWERS[needed] ?? 1, isSingle)) needed += 1;
    if (needed <= LARGEST_EXPONENT) {
      exponent = needed;
    } else {
      if (exceptions.length >= exceptionLimit) return undefined;
      exceptions.push(row);
    }
  }
  return wholesOf(values, { exponent, isSingle, exceptions });
}

function fits(value: number, power: number, isSingle: boolean): boolean {
  const whole = Math.round(value * power);
  if (!(Math.abs(whole) < WIDEST)) return false;
  const back = isSingle ? Math.fround(whole / power) : whole / power;
  return back === value && (value !== 0 || 1 / value > 0);
}

/** A larger exponent, found late, may push an earlier value out of range: it becomes an exception then. */
function wholesOf(
  values: Float64Array,
  { exponent, isSingle, exceptions }: Omit<Decimals, "wholes">,
): Decimals | undefined {
  const power = POWERS[exponent] ?? 1;
  const wholes = new Float64Array(values.length);
  const except: number[] = [];
  let first: number | undefined;
  let last = 0;
  for (let row = 0, next = 0; row < values.length; row += 1) {
    const whole = Math.round((values[row] ?? 0) * power);
    const isKnown = exceptions[next] === row;
    if (isKnown) next += 1;
    if (!isKnown && fits(values[row] ?? 0, power, isSingle)) {
      first ??= whole;
      if (Math.abs(whole - first) < LARGEST_SPREAD) {
        last = whole;
        wholes[row] = whole;
        continue;
      }
    }
    if (except.length > 2 + values.length / 16) return undefined;
    except.push(row);
    wholes[row] = last;
  }
  // Exceptions before the first number take it too, so that the spread is that of the numbers.
  for (let row = 0; row < values.length && except[row] === row; row += 1) wholes[row] = first ?? 0;
  const zeros = exponent === 0 && !isSingle ? commonZeros(wholes) : 0;
  return { exponent: exponent - zeros, isSingle, wholes, exceptions: except };
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
