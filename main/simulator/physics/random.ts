/** State of a small random generator (mulberry32): the same seed gives the same plant, day after day. */
export type RandomState = number;

/** @returns a number in [0, 1) and the state for the next call */
export function nextRandom(state: RandomState): readonly [value: number, next: RandomState] {
  const next = (state + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return [((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, next];
}
