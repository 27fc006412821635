/*
 * The bits of a float as a whole number that grows with the float, so that close values have close numbers. Negative
 * floats grow downwards in their bits; they are turned over. Both ways are exact for every bit pattern, NaN payloads too.
 */

/** In place, between bits and ordered number: it is its own reverse. */
export function turnNegatives(bits: Int32Array): void {
  for (let row = 0; row < bits.length; row += 1) {
    const word = bits[row] ?? 0;
    bits[row] = word ^ ((word >> 31) & 0x7fffffff);
  }
}

/** The high 32 bits of doubles, ordered. */
export function highWords(values: Float64Array): Int32Array {
  const words = wordsOf(values);
  const high = new Int32Array(values.length);
  for (let row = 0; row < high.length; row += 1) high[row] = words[2 * row + 1] ?? 0;
  turnNegatives(high);
  return high;
}

/** The low 32 bits of doubles. */
export function lowWords(values: Float64Array): Int32Array {
  const words = wordsOf(values);
  const low = new Int32Array(values.length);
  for (let row = 0; row < low.length; row += 1) low[row] = words[2 * row] ?? 0;
  return low;
}

export function doublesFrom(high: Int32Array, low: Int32Array): Float64Array {
  const values = new Float64Array(high.length);
  const words = new Int32Array(values.buffer);
  turnNegatives(high);
  for (let row = 0; row < high.length; row += 1) {
    words[2 * row] = low[row] ?? 0;
    words[2 * row + 1] = high[row] ?? 0;
  }
  return values;
}

/** Little-endian, as every platform Node runs on. */
export function wordsOf(values: Float64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
}
