import { LARGEST_SPREAD } from "./integer-series.ts";

/**
 * What a value is to its decimal number: the double nearest to it; the 32-bit float nearest to it, as most controllers send
 * them; or a double some steps away from it, as scaling leaves it (0.1 · 3 is 0.30000000000000004).
 */
export type DecimalForm = "exact" | "single" | "near";

/** Values as whole numbers of 10^-exponent, with the rows for which that is not so. */
export interface Decimals {
  readonly exponent: number;
  readonly form: DecimalForm;
  /** At an exception the number of the row before. */
  readonly wholes: Float64Array;
  /** Of "near": how many doubles away. */
  readonly steps: Float64Array;
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
  const exact = decimalsOf(values, "exact");
  if (exact !== undefined) return exact;
  return decimalsOf(values, areSingles(values) ? "single" : "near");
}

function areSingles(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (Math.fround(value) !== value && !Number.isNaN(value)) return false;
  }
  return true;
}

/** Starts again with a larger exponent whenever a value needs one; most columns are through at the first or second go. */
function decimalsOf(values: Float64Array, form: DecimalForm): Decimals | undefined {
  let exponent = 0;
  for (;;) {
    const tried = tryExponent(values, exponent, form);
    if (tried === undefined || typeof tried === "object") return tried;
    exponent = tried;
  }
}

/** @returns a larger exponent that is needed, or undefined when there are too many exceptions */
function tryExponent(
  values: Float64Array,
  exponent: number,
  form: DecimalForm,
): Decimals | number | undefined {
  const power = POWERS[exponent] ?? 1;
  const wholes = new Float64Array(values.length);
  const steps = new Float64Array(form === "near" ? values.length : 0);
  const exceptions: number[] = [];
  let first: number | undefined;
  let last = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    const whole = Math.round(value * power);
    const isFit = fits(value, whole, { power, form });
    if (isFit && Math.abs(whole - (first ?? whole)) < LARGEST_SPREAD) {
      first ??= whole;
      last = whole;
      wholes[row] = whole;
      if (form === "near") steps[row] = stepsBetween(whole / power, value);
      continue;
    }
    const needed = isFit ? undefined : exponentOf(value, exponent + 1, form);
    if (needed !== undefined) return needed;
    if (exceptions.length >= 2 + values.length / 16) return undefined;
    exceptions.push(row);
    wholes[row] = last;
  }
  // Exceptions before the first number take it too, so that the spread is that of the numbers.
  for (let row = 0; row < values.length && exceptions[row] === row; row += 1) wholes[row] = first ?? 0;
  const zeros = exponent === 0 && form === "exact" ? commonZeros(wholes) : 0;
  return { exponent: exponent - zeros, form, wholes, steps, exceptions };
}

function exponentOf(value: number, from: number, form: DecimalForm): number | undefined {
  const largest = form === "near" ? LARGEST_NEAR_EXPONENT : LARGEST_EXPONENT;
  for (let exponent = from; exponent <= largest; exponent += 1) {
    const power = POWERS[exponent] ?? 1;
    if (fits(value, Math.round(value * power), { power, form })) return exponent;
  }
  return undefined;
}

interface Scale {
  readonly power: number;
  readonly form: DecimalForm;
}

function fits(value: number, whole: number, { power, form }: Scale): boolean {
  if (!(Math.abs(whole) < WIDEST) || (value === 0 && 1 / value < 0)) return false;
  if (form === "exact") return whole / power === value;
  if (form === "single") return Math.fround(whole / power) === value;
  return Math.abs(stepsBetween(whole / power, value)) <= MOST_STEPS;
}

/** More digits, and a few steps away lies a decimal of any number: nothing would be won. */
const LARGEST_NEAR_EXPONENT = 11;
const MOST_STEPS = 16;
const PAIR = new Float64Array(2);
const PAIR_WORDS = new Uint32Array(PAIR.buffer);

/** How many doubles apart; Infinity when more than the low half of their bits differs. */
function stepsBetween(from: number, to: number): number {
  PAIR[0] = from;
  PAIR[1] = to;
  if (PAIR_WORDS[1] !== PAIR_WORDS[3]) return Number.POSITIVE_INFINITY;
  return (PAIR_WORDS[2] ?? 0) - (PAIR_WORDS[0] ?? 0);
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
