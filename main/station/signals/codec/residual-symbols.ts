/*
 * What the prefix code codes. A residual is folded to z = 0, 1, 2, … (for 0, -1, 1, …).
 *   0 … 11   2^symbol residuals of zero
 *   12 … 26  z = 1 … 15
 *   27 … 70  z from 16 on: two symbols per power of two, the rest of z follows as plain bits
 *   71       z as 54 plain bits
 */
export const RUN_SYMBOLS = 12;
const FIRST_SMALL = RUN_SYMBOLS;
const SMALL = 15;
export const FIRST_WIDE = FIRST_SMALL + SMALL;
const HIGHEST_POWER = 25;
export const ESCAPE = FIRST_WIDE + 2 * (HIGHEST_POWER - 4 + 1);
export const SYMBOLS = ESCAPE + 1;
export const WIDE_LIMIT = 2 ** (HIGHEST_POWER + 1);

/** @param z from 1 to WIDE_LIMIT - 1 */
export function symbolOf(z: number): number {
  if (z <= SMALL) return FIRST_SMALL + z - 1;
  const power = 31 - Math.clz32(z);
  return FIRST_WIDE + 2 * (power - 4) + ((z >>> (power - 1)) & 1);
}

/** How many plain bits follow a symbol from FIRST_WIDE to ESCAPE - 1. */
export function plainBits(symbol: number): number {
  return ((symbol - FIRST_WIDE) >>> 1) + 3;
}

/** The smallest z of a symbol from FIRST_SMALL to ESCAPE - 1. */
export function smallestOf(symbol: number): number {
  if (symbol < FIRST_WIDE) return symbol - FIRST_SMALL + 1;
  const power = ((symbol - FIRST_WIDE) >>> 1) + 4;
  return 2 ** power + ((symbol - FIRST_WIDE) & 1) * 2 ** (power - 1);
}
