/**
 * Size of a series in the format of Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database" (2015), §4.1:
 * seconds as delta of delta in five widths, values as XOR with the one before, the window of meaningful bits reused when
 * it fits. Only the bits are counted. Times finer than a second take the widest width, as the paper has no other.
 *
 * @returns bytes
 */
export function gorillaBytes(atUs: Float64Array, value: Float64Array): number {
  const bits = timeBits(atUs) + valueBits(value);
  return Math.ceil(bits / 8);
}

function timeBits(atUs: Float64Array): number {
  let bits = 64;
  let lastDelta = 0;
  for (let row = 1; row < atUs.length; row += 1) {
    const delta = ((atUs[row] ?? 0) - (atUs[row - 1] ?? 0)) / 1e6;
    const change = delta - lastDelta;
    lastDelta = delta;
    if (change === 0) bits += 1;
    else if (!Number.isInteger(change)) bits += 36;
    else if (change >= -63 && change <= 64) bits += 9;
    else if (change >= -255 && change <= 256) bits += 12;
    else if (change >= -2047 && change <= 2048) bits += 16;
    else bits += 36;
  }
  return bits;
}

function valueBits(value: Float64Array): number {
  const words = new BigUint64Array(value.buffer, value.byteOffset, value.length);
  let bits = 64;
  let leading = -1;
  let trailing = 0;
  for (let row = 1; row < words.length; row += 1) {
    const xor = (words[row] ?? 0n) ^ (words[row - 1] ?? 0n);
    if (xor === 0n) {
      bits += 1;
      continue;
    }
    const now = { leading: Math.min(31, leadingZeros(xor)), trailing: trailingZeros(xor) };
    if (leading >= 0 && now.leading >= leading && now.trailing >= trailing) {
      bits += 2 + 64 - leading - trailing;
    } else {
      ({ leading, trailing } = now);
      bits += 2 + 5 + 6 + 64 - leading - trailing;
    }
  }
  return bits;
}

function leadingZeros(word: bigint): number {
  const high = Number(word >> 32n);
  return high === 0 ? 32 + Math.clz32(Number(word & 0xffffffffn)) : Math.clz32(high);
}

function trailingZeros(word: bigint): number {
  const low = Number(word & 0xffffffffn);
  const count = (half: number): number => 31 - Math.clz32(half & -half);
  return low === 0 ? 32 + count(Number(word >> 32n)) : count(low);
}
