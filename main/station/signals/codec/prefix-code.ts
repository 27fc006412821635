import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { DamagedChunk } from "./damaged-chunk.ts";

/** No code is longer, so that one look into a table of at most 2^12 entries decodes a symbol. */
const LONGEST_CODE = 12;

/** Huffman code lengths for symbols by how often they come; 0 for those that never come. */
export function codeLengths(counts: Uint32Array): Uint8Array {
  let weights = counts;
  for (;;) {
    const lengths = huffmanLengths(weights);
    if (longestOf(lengths) <= LONGEST_CODE) return lengths;
    weights = weights.map((count) => (count + 1) >>> 1);
  }
}

function longestOf(lengths: Uint8Array): number {
  let longest = 0;
  for (let symbol = 0; symbol < lengths.length; symbol += 1)
    longest = Math.max(longest, lengths[symbol] ?? 0);
  return longest;
}

function huffmanLengths(counts: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(counts.length);
  // Count and symbol in one number each, so that sorting needs no comparison function.
  const used = new Float64Array(counts.length);
  let size = 0;
  for (let symbol = 0; symbol < counts.length; symbol += 1) {
    const count = counts[symbol] ?? 0;
    if (count > 0) used[size++] = count * 256 + symbol;
  }
  const sorted = used.subarray(0, size).sort();
  if (size === 1) lengths[(sorted[0] ?? 0) % 256] = 1;
  if (size < 2) return lengths;
  const depths = leafDepths(sorted.map((entry) => Math.floor(entry / 256)));
  for (let index = 0; index < size; index += 1) lengths[(sorted[index] ?? 0) % 256] = depths[index] ?? 0;
  return lengths;
}

/** Moffat and Katajainen, "In-place calculation of minimum-redundancy codes" (1995). @param weights ascending */
function leafDepths(weights: Float64Array): Uint8Array {
  const leaves = weights.length;
  const nodes = 2 * leaves - 1;
  const weight = new Float64Array(nodes);
  const parent = new Int32Array(nodes);
  weight.set(weights);
  let leaf = 0;
  let inner = leaves;
  for (let next = leaves; next < nodes; next += 1) {
    for (let child = 0; child < 2; child += 1) {
      const takesLeaf = leaf < leaves && (inner >= next || (weight[leaf] ?? 0) <= (weight[inner] ?? 0));
      const taken = takesLeaf ? leaf++ : inner++;
      weight[next] = (weight[next] ?? 0) + (weight[taken] ?? 0);
      parent[taken] = next;
    }
  }
  const depth = new Uint8Array(nodes);
  for (let node = nodes - 2; node >= 0; node -= 1) depth[node] = (depth[parent[node] ?? 0] ?? 0) + 1;
  return depth.subarray(0, leaves);
}

/** Canonical codes: shorter first, then by symbol, so that the lengths alone tell them. @param longest of the lengths */
export function codesOf(lengths: Uint8Array, longest: number = longestOf(lengths)): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] === length) codes[symbol] = code++;
    }
    code <<= 1;
  }
  return codes;
}

/**
 * For all bits that may come next, as many as the longest code has: symbol × 16 + length of its code. Its size tells how many
 * bits to look at; a short column has short codes and a table that is quickly made.
 *
 * @throws DamagedChunk when the lengths are no code
 */
export function decodingTable(lengths: Uint8Array): Uint16Array {
  const bits = Math.max(1, longestOf(lengths));
  if (bits > LONGEST_CODE) throw new DamagedChunk("a code that cannot be");
  const table = new Uint16Array(1 << bits);
  const codes = codesOf(lengths, bits);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const from = (codes[symbol] ?? 0) << (bits - length);
    const to = from + (1 << (bits - length));
    if (to > table.length) throw new DamagedChunk("a code that cannot be");
    table.fill(symbol * 16 + length, from, to);
  }
  return table;
}

/** Four bits a length; a zero is followed by how many more zeros come. */
export function writeLengths(out: ByteWriter, lengths: Uint8Array): void {
  const nibbles: number[] = [];
  for (let symbol = 0; symbol < lengths.length; ) {
    nibbles.push(lengths[symbol] ?? 0);
    if (lengths[symbol] !== 0) {
      symbol += 1;
      continue;
    }
    let zeros = 1;
    while (zeros < 16 && lengths[symbol + zeros] === 0) zeros += 1;
    nibbles.push(zeros - 1);
    symbol += zeros;
  }
  for (let at = 0; at < nibbles.length; at += 2) out.byte((nibbles[at] ?? 0) * 16 + (nibbles[at + 1] ?? 0));
}

export function readLengths(input: ByteReader, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols);
  let byte = 0;
  let isZeroBefore = false;
  let symbol = 0;
  for (let nibbles = 0; symbol < symbols || isZeroBefore; nibbles += 1) {
    const isHigh = nibbles % 2 === 0;
    if (isHigh) byte = input.byte();
    const nibble = isHigh ? byte >>> 4 : byte & 15;
    if (isZeroBefore) {
      symbol += 1 + nibble;
      isZeroBefore = false;
    } else if (nibble === 0) {
      isZeroBefore = true;
    } else {
      lengths[symbol] = nibble;
      symbol += 1;
    }
  }
  return lengths;
}
