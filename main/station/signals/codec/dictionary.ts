import { wordsOf } from "./float-order.ts";

export interface Dictionary {
  /** Ascending, each once. */
  readonly entries: Float64Array;
  /** For each row the place of its value among the entries. */
  readonly places: Float64Array;
}

export const MOST_ENTRIES = 256;
const SLOTS = 1_024;
const FREE = 0xffff;

/**
 * The distinct values of a column; undefined when there are too many for a dictionary to pay, or one that has no place in
 * an order (NaN) or two ways to be written (zero).
 */
export function findDictionary(values: Float64Array): Dictionary | undefined {
  const most = Math.min(MOST_ENTRIES, values.length >>> 2);
  const words = wordsOf(values);
  const slots = new Uint16Array(SLOTS).fill(FREE);
  const found = new Float64Array(most);
  const places = new Float64Array(values.length);
  let size = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (Number.isNaN(value) || (value === 0 && 1 / value < 0)) return undefined;
    let slot = hashOf(words[2 * row] ?? 0, words[2 * row + 1] ?? 0);
    while (slots[slot] !== FREE && found[slots[slot] ?? 0] !== value) slot = (slot + 1) % SLOTS;
    if (slots[slot] === FREE) {
      if (size === most) return undefined;
      slots[slot] = size;
      found[size] = value;
      size += 1;
    }
    places[row] = slots[slot] ?? 0;
  }
  return inOrder(found.subarray(0, size), places);
}

function hashOf(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (SLOTS - 1);
}

function inOrder(found: Float64Array, places: Float64Array): Dictionary {
  const entries = found.slice().sort();
  const rank = new Float64Array(found.length);
  for (let place = 0; place < found.length; place += 1) rank[place] = placeIn(entries, found[place] ?? 0);
  for (let row = 0; row < places.length; row += 1) places[row] = rank[places[row] ?? 0] ?? 0;
  return { entries, places };
}

function placeIn(entries: Float64Array, value: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
