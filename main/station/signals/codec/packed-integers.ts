import { BitWriter } from "./bit-writer.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { DamagedChunk } from "./damaged-chunk.ts";

/** Up to here the table of a prefix code weighs more than it saves, in bytes and in time. */
export const MOST_PACKED = 64;
export const WIDEST_PACKED = 2 ** 24;

/** All with as many bits as the largest needs. @param folded from 0 to WIDEST_PACKED - 1 */
export function writePacked(out: ByteWriter, folded: Float64Array): void {
  let largest = 0;
  for (let row = 0; row < folded.length; row += 1) largest = Math.max(largest, folded[row] ?? 0);
  const width = 32 - Math.clz32(largest);
  out.byte(width);
  if (width === 0) return;
  const bits = new BitWriter(Math.ceil((folded.length * width) / 8));
  for (let row = 0; row < folded.length; row += 1) bits.put(folded[row] ?? 0, width);
  out.bytes(bits.finish());
}

/** @returns unfolded residuals */
export function readPacked(input: ByteReader, count: number): Float64Array {
  const residuals = new Float64Array(count);
  const width = input.byte();
  if (width > 24) throw new DamagedChunk("numbers that are too wide");
  if (width === 0) return residuals;
  const length = Math.ceil((count * width) / 8);
  const padded = new Uint8Array(length + 4);
  padded.set(input.bytes(length));
  const view = new DataView(padded.buffer);
  for (let row = 0, bit = 0; row < count; row += 1, bit += width) {
    const z = (view.getUint32(bit >>> 3) << (bit & 7)) >>> (32 - width);
    residuals[row] = (z >>> 1) ^ -(z & 1);
  }
  return residuals;
}
