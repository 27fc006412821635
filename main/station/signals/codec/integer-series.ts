import { BitWriter } from "./bit-writer.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { DamagedChunk } from "./damaged-chunk.ts";
import { MOST_PACKED, readPacked, WIDEST_PACKED, writePacked } from "./packed-integers.ts";
import { choosePredictor, PREDICTORS, predict, restore } from "./predictor.ts";
import { codeLengths, codesOf, decodingTable, readLengths, writeLengths } from "./prefix-code.ts";
import {
  ESCAPE,
  FIRST_WIDE,
  plainBits,
  RUN_SYMBOLS,
  SYMBOLS,
  smallestOf,
  symbolOf,
  WIDE_LIMIT,
} from "./residual-symbols.ts";

/** Whole numbers may differ from the first one by this much: what is added and doubled on the way stays exact. */
export const LARGEST_SPREAD = 2 ** 48;

/**
 * Whole numbers, as: first value, slope, guess by a predictor, residual by a prefix code. The slope makes a regular
 * clock with jitter as cheap as the jitter alone.
 *
 * @param values whole numbers within ±2^51, none farther than LARGEST_SPREAD from the first; they are overwritten
 */
export function writeIntegers(out: ByteWriter, values: Float64Array): void {
  const first = values[0] ?? 0;
  const slope = slopeOf(values);
  for (let row = 0; row < values.length; row += 1) values[row] = (values[row] ?? 0) - first - row * slope;
  const place = choosePredictor(values);
  const folded = new Float64Array(values.length);
  predict(PREDICTORS[place] ?? { kind: "nothing" }, values, folded);
  const plainLowBits = foldAll(folded);
  const kind = kindOf(folded, plainLowBits);
  out.byte(place * 4 + kind);
  if (kind === SPLIT) out.byte(plainLowBits);
  out.signedVarint(first);
  out.signedVarint(slope);
  if (kind === PACKED) writePacked(out, folded);
  else writeResiduals(out, folded, plainLowBits);
}

/** @throws DamagedChunk */
export function readIntegers(input: ByteReader, count: number): Float64Array {
  const head = input.byte();
  const predictor = PREDICTORS[head >>> 2];
  const kind = head & 3;
  if (predictor === undefined || kind > PACKED) throw new DamagedChunk("an unknown predictor");
  const lowBits = kind === SPLIT ? input.byte() : 0;
  if (lowBits > 24) throw new DamagedChunk("impossible low bits");
  const first = input.signedVarint();
  const slope = input.signedVarint();
  const values = kind === PACKED ? readPacked(input, count) : readResiduals(input, count, lowBits);
  restore(predictor, values);
  if (slope === 0) for (let row = 0; row < count; row += 1) values[row] = (values[row] ?? 0) + first;
  else for (let row = 0; row < count; row += 1) values[row] = (values[row] ?? 0) + first + row * slope;
  return values;
}

const SMALLEST = Int32Array.from({ length: SYMBOLS }, (_, symbol) =>
  symbol < RUN_SYMBOLS ? 0 : smallestOf(symbol),
);
const PLAIN_BITS = Uint8Array.from({ length: SYMBOLS }, (_, symbol) =>
  symbol < FIRST_WIDE || symbol === ESCAPE ? 0 : plainBits(symbol),
);

const SLOPE_SAMPLES = 16;

/**
 * The step that most of the first rows take; without one, as with jitter, the step on the whole. 0 when it would carry a value
 * out of what is exact.
 */
function slopeOf(values: Float64Array): number {
  const count = Math.min(values.length, SLOPE_SAMPLES) - 1;
  if (count < 2) return 0;
  const steps = new Float64Array(count);
  for (let row = 0; row < count; row += 1) steps[row] = (values[row + 1] ?? 0) - (values[row] ?? 0);
  const middle = steps.sort()[count >>> 1] ?? 0;
  let same = 0;
  for (let row = 0; row < count; row += 1) if (steps[row] === middle) same += 1;
  const whole = Math.round(((values.at(-1) ?? 0) - (values[0] ?? 0)) / (values.length - 1));
  const slope = 2 * same > count ? middle : whole;
  return Math.abs(slope) * values.length < LARGEST_SPREAD ? slope : 0;
}

/** How the residuals are kept; the numbers are stored. */
const CODED = 0;
const SPLIT = 1;
const PACKED = 2;

function kindOf(folded: Float64Array, lowBits: number): number {
  if (lowBits > 0) return SPLIT;
  const isShort = folded.length <= MOST_PACKED && folded.every((z) => z < WIDEST_PACKED);
  return isShort ? PACKED : CODED;
}

/** Folds the sign into z. @returns how many low bits of all z are noise that no code makes shorter */
function foldAll(residuals: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < residuals.length; row += 1) {
    const residual = residuals[row] ?? 0;
    const folded = residual >= 0 ? 2 * residual : -2 * residual - 1;
    residuals[row] = folded;
    if (folded > largest) largest = folded;
  }
  return largest < WIDE_LIMIT ? 0 : Math.min(24, Math.max(0, Math.floor(typicalBits(residuals)) - 22));
}

function typicalBits(folded: Float64Array): number {
  let bits = 0;
  for (let row = 0; row < folded.length; row += 1) bits += Math.log2(1 + (folded[row] ?? 0));
  return bits / folded.length;
}

function writeResiduals(out: ByteWriter, folded: Float64Array, lowBits: number): void {
  const unit = 2 ** lowBits;
  const counts = new Uint32Array(SYMBOLS);
  const symbols = new Uint8Array(folded.length);
  const symbolCount = symbolise(folded, unit, { symbols, counts });
  const lengths = codeLengths(counts);
  const codes = codesOf(lengths);
  const bits = new BitWriter(2 * folded.length);
  let row = 0;
  for (let at = 0; at < symbolCount; at += 1) {
    const symbol = symbols[at] ?? 0;
    bits.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
    if (symbol < RUN_SYMBOLS) {
      row += 1 << symbol;
      continue;
    }
    putPlainBits(bits, folded[row] ?? 0, { symbol, unit, lowBits });
    row += 1;
  }
  const stream = bits.finish();
  writeLengths(out, lengths);
  out.varint(stream.length);
  out.bytes(stream);
}

interface Symbols {
  readonly symbols: Uint8Array;
  readonly counts: Uint32Array;
}

/** With low bits split off there are no runs, as a zero in the high part is not yet a zero. */
function symbolise(folded: Float64Array, unit: number, { symbols, counts }: Symbols): number {
  let count = 0;
  for (let row = 0; row < folded.length; ) {
    let symbol: number;
    const z = folded[row] ?? 0;
    if (z === 0 && unit === 1) {
      symbol = runSymbol(folded, row);
      row += 1 << symbol;
    } else {
      const high = unit === 1 ? z : Math.floor(z / unit);
      symbol = high === 0 || high >= WIDE_LIMIT ? ESCAPE : symbolOf(high);
      row += 1;
    }
    symbols[count] = symbol;
    counts[symbol] = (counts[symbol] ?? 0) + 1;
    count += 1;
  }
  return count;
}

/** The longest power of two of zeros from here on. */
function runSymbol(folded: Float64Array, from: number): number {
  const longest = Math.min(folded.length - from, 1 << (RUN_SYMBOLS - 1));
  let length = 1;
  while (length < longest && folded[from + length] === 0) length += 1;
  return 31 - Math.clz32(length);
}

interface PlainBits {
  readonly symbol: number;
  readonly unit: number;
  readonly lowBits: number;
}

function putPlainBits(bits: BitWriter, z: number, { symbol, unit, lowBits }: PlainBits): void {
  if (symbol === ESCAPE) {
    bits.put(Math.floor(z / 2 ** 36), 18);
    bits.put(Math.floor(z / 2 ** 18) % 2 ** 18, 18);
    bits.put(z % 2 ** 18, 18);
    return;
  }
  if (symbol >= FIRST_WIDE) bits.put(Math.floor(z / unit) - (SMALLEST[symbol] ?? 0), PLAIN_BITS[symbol] ?? 0);
  if (lowBits > 0) bits.put(z % unit, lowBits);
}

function readResiduals(input: ByteReader, count: number, lowBits: number): Float64Array {
  const table = decodingTable(readLengths(input, SYMBOLS));
  const length = input.varint();
  const stream = input.bytes(length);
  // Four bytes are looked at wherever a bit begins, so the stream needs a tail.
  const padded = new Uint8Array(length + 8);
  padded.set(stream);
  return lowBits === 0
    ? decodeResiduals(padded, table, count)
    : decodeSplitResiduals(padded, table, { count, lowBits });
}

/** The hot loop of every read: bits are looked up in place, nothing is called and nothing allocated per sample. */
function decodeResiduals(stream: Uint8Array, table: Uint16Array, count: number): Float64Array {
  const view = new DataView(stream.buffer);
  const limit = 8 * (stream.length - 8);
  const unseenBits = 1 + Math.clz32(table.length);
  const residuals = new Float64Array(count);
  let bit = 0;
  for (let row = 0; row < count; ) {
    if (bit > limit) throw new DamagedChunk("its bits end too early");
    const entry = table[(view.getUint32(bit >>> 3) << (bit & 7)) >>> unseenBits] ?? 0;
    if (entry === 0) throw new DamagedChunk("bits that are no code");
    bit += entry & 15;
    const symbol = entry >>> 4;
    if (symbol < RUN_SYMBOLS) {
      row += 1 << symbol; // the array is zero already
      continue;
    }
    if (symbol === ESCAPE) {
      residuals[row] = unfold(escaped(view, bit));
      bit += 54;
    } else {
      const plain = PLAIN_BITS[symbol] ?? 0;
      let z = SMALLEST[symbol] ?? 0;
      if (plain > 0) z += (view.getUint32(bit >>> 3) << (bit & 7)) >>> (32 - plain);
      bit += plain;
      residuals[row] = (z >>> 1) ^ -(z & 1);
    }
    row += 1;
  }
  return residuals;
}

function decodeSplitResiduals(
  stream: Uint8Array,
  table: Uint16Array,
  { count, lowBits }: { readonly count: number; readonly lowBits: number },
): Float64Array {
  const view = new DataView(stream.buffer);
  const limit = 8 * (stream.length - 8);
  const codeBits = 31 - Math.clz32(table.length);
  const residuals = new Float64Array(count);
  const unit = 2 ** lowBits;
  let bit = 0;
  for (let row = 0; row < count; row += 1) {
    if (bit > limit) throw new DamagedChunk("its bits end too early");
    const entry = table[bitsAt(view, bit, codeBits)] ?? 0;
    const symbol = entry >>> 4;
    if (symbol < RUN_SYMBOLS) throw new DamagedChunk("bits that are no code");
    bit += entry & 15;
    if (symbol === ESCAPE) {
      residuals[row] = unfold(escaped(view, bit));
      bit += 54;
      continue;
    }
    const plain = PLAIN_BITS[symbol] ?? 0;
    const high = (SMALLEST[symbol] ?? 0) + (plain === 0 ? 0 : bitsAt(view, bit, plain));
    bit += plain;
    residuals[row] = unfold(high * unit + bitsAt(view, bit, lowBits));
    bit += lowBits;
  }
  return residuals;
}

/** @param count from 1 to 24 */
function bitsAt(view: DataView, bit: number, count: number): number {
  const at = bit >>> 3;
  if (at + 4 > view.byteLength) throw new DamagedChunk("its bits end too early");
  return (view.getUint32(at) << (bit & 7)) >>> (32 - count);
}

function escaped(view: DataView, bit: number): number {
  return bitsAt(view, bit, 18) * 2 ** 36 + bitsAt(view, bit + 18, 18) * 2 ** 18 + bitsAt(view, bit + 36, 18);
}

function unfold(z: number): number {
  return z % 2 === 0 ? z / 2 : -(z + 1) / 2;
}
