/**
 * About how many bits these numbers take. Whole powers of two and straight in between: good enough to choose by, and far
 * quicker than a logarithm.
 */
export function roughBits(residuals: Float64Array): number {
  let bits = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    const size = 1 + Math.abs(residuals[row] ?? 0);
    if (size < 2 ** 31) {
      const power = 31 - Math.clz32(size);
      bits += power + size / (1 << power) - 1;
    } else {
      bits += Math.log2(size);
    }
  }
  return bits;
}
