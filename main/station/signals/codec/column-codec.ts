import type { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { DamagedChunk } from "./damaged-chunk.ts";
import {
  type Decimals,
  decimalValue,
  findDecimals,
  LARGEST_EXPONENT,
  SMALLEST_EXPONENT,
} from "./decimals.ts";
import { type Dictionary, findDictionary, MOST_ENTRIES } from "./dictionary.ts";
import { doublesFrom, highWords, lowWords, turnNegatives, wordsOf } from "./float-order.ts";
import { readIntegers, writeIntegers } from "./integer-series.ts";

/*
 * One column of doubles, bit for bit. The first byte says how it is kept:
 *   constant    one value
 *   decimal     whole numbers of a power of ten, exceptions beside them; or of that number as a 32-bit float; or not quite
 *               that number, as arithmetic leaves it, and how many steps of a double it is away
 *   dictionary  the distinct values, ascending, and for each row its place among them
 *   single      32-bit floats by their bits
 *   double      high and low halves of the bits
 * Stored numbers: only ever append.
 */
const CONSTANT = 0;
const DECIMAL = 1;
const DECIMAL_SINGLE = 2;
const DICTIONARY = 3;
const SINGLE = 4;
const DOUBLE = 5;
const DECIMAL_NEAR = 6;

const DECIMAL_KINDS = { exact: DECIMAL, single: DECIMAL_SINGLE, near: DECIMAL_NEAR } as const;

/** Appends the column of at least one value. */
export function writeColumn(out: ByteWriter, values: Float64Array): void {
  if (isConstant(values)) {
    out.byte(CONSTANT);
    out.bytes(bytesOf(values.subarray(0, 1)));
    return;
  }
  const decimals = findDecimals(values);
  const dictionary = isNarrow(decimals) ? undefined : findDictionary(values);
  if (dictionary === undefined) {
    writeNumbers(out, values, decimals);
    return;
  }
  const asDictionary = new ByteWriter();
  writeDictionary(asDictionary, dictionary);
  const asNumbers = new ByteWriter();
  writeNumbers(asNumbers, values, decimals);
  out.bytes((asNumbers.length <= asDictionary.length ? asNumbers : asDictionary).written());
}

/** @throws DamagedChunk */
export function readColumn(input: ByteReader, count: number): Float64Array {
  return readKind(input, count, input.byte());
}

function readKind(input: ByteReader, count: number, kind: number): Float64Array {
  switch (kind) {
    case CONSTANT:
      return filled(input.bytes(8), count);
    case DECIMAL:
    case DECIMAL_SINGLE:
    case DECIMAL_NEAR:
      return readDecimals(input, count, kind);
    case DICTIONARY:
      return readDictionary(input, count);
    case SINGLE:
      return readSingles(input, count);
    case DOUBLE:
      return doublesFrom(
        new Int32Array(readIntegers(input, count)),
        new Int32Array(input.bytes(4 * count).slice().buffer),
      );
    default:
      throw new DamagedChunk(`an unknown kind of column (${kind})`);
  }
}

/** A column of whole numbers below 2^32, mostly one and the same. @throws DamagedChunk */
export function readWords(input: ByteReader, count: number): Uint32Array {
  const kind = input.byte();
  if (kind !== CONSTANT) return new Uint32Array(readKind(input, count, kind));
  return new Uint32Array(count).fill(input.double());
}

function isConstant(values: Float64Array): boolean {
  const words = wordsOf(values);
  for (let word = 2; word < words.length; word += 1) if (words[word] !== words[word - 2]) return false;
  return true;
}

/** A NaN goes by its bits, since it may lose its payload on the way through a number. */
function filled(bits: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count);
  const [value = 0] = new Float64Array(bits.slice().buffer);
  if (!Number.isNaN(value)) return values.fill(value);
  const bytes = bytesOf(values);
  for (let at = 0; at < bytes.length; at += 8) bytes.set(bits, at);
  return values;
}

function bytesOf(values: Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function writeNumbers(out: ByteWriter, values: Float64Array, decimals: Decimals | undefined): void {
  if (decimals !== undefined) {
    writeDecimals(out, values, decimals);
    return;
  }
  const singles = exactSingles(values);
  if (singles !== undefined) {
    out.byte(SINGLE);
    writeIntegers(out, new Float64Array(singles));
    return;
  }
  out.byte(DOUBLE);
  writeIntegers(out, new Float64Array(highWords(values)));
  out.bytes(new Uint8Array(lowWords(values).buffer));
}

function writeDecimals(
  out: ByteWriter,
  values: Float64Array,
  { exponent, form, wholes, steps, exceptions }: Decimals,
): void {
  out.byte(DECIMAL_KINDS[form]);
  out.byte(exponent - SMALLEST_EXPONENT);
  out.varint(exceptions.length);
  let last = 0;
  for (const row of exceptions) {
    out.varint(row - last);
    out.bytes(bytesOf(values.subarray(row, row + 1)));
    last = row;
  }
  writeIntegers(out, wholes);
  if (form === "near") writeIntegers(out, steps);
}

function readDecimals(input: ByteReader, count: number, kind: number): Float64Array {
  const exponent = input.byte() + SMALLEST_EXPONENT;
  if (exponent > LARGEST_EXPONENT) throw new DamagedChunk("an impossible power of ten");
  const exceptionCount = input.varint();
  if (exceptionCount > count) throw new DamagedChunk("more exceptions than rows");
  const rows: number[] = [];
  const bits: Uint8Array[] = [];
  for (let index = 0; index < exceptionCount; index += 1) {
    rows.push(input.varint() + (rows.at(-1) ?? 0));
    bits.push(input.bytes(8));
  }
  const values = readIntegers(input, count);
  scale(values, exponent, kind === DECIMAL_SINGLE);
  if (kind === DECIMAL_NEAR) addSteps(values, readIntegers(input, count));
  const bytes = bytesOf(values);
  rows.forEach((row, index) => {
    if (row >= count) throw new DamagedChunk("an exception beyond the rows");
    bytes.set(bits[index] ?? [], 8 * row);
  });
  return values;
}

function scale(values: Float64Array, exponent: number, isSingle: boolean): void {
  if (exponent === 0 && !isSingle) return;
  const power = decimalValue(1, -exponent);
  if (exponent < 0) {
    const unit = decimalValue(1, exponent);
    for (let row = 0; row < values.length; row += 1) values[row] = (values[row] ?? 0) * unit;
  } else if (isSingle) {
    for (let row = 0; row < values.length; row += 1) values[row] = Math.fround((values[row] ?? 0) / power);
  } else {
    for (let row = 0; row < values.length; row += 1) values[row] = (values[row] ?? 0) / power;
  }
}

function addSteps(values: Float64Array, steps: Float64Array): void {
  const words = wordsOf(values);
  for (let row = 0; row < steps.length; row += 1) words[2 * row] = (words[2 * row] ?? 0) + (steps[row] ?? 0);
}

/** The ordered bits as 32-bit floats; undefined when one is not exactly such a float. */
function exactSingles(values: Float64Array): Int32Array | undefined {
  const singles = new Float32Array(values);
  for (let row = 0; row < values.length; row += 1) {
    // NaN never equals: its payload would not survive, and as a double it does.
    if (singles[row] !== values[row]) return undefined;
  }
  const bits = new Int32Array(singles.buffer);
  turnNegatives(bits);
  return bits;
}

function readSingles(input: ByteReader, count: number): Float64Array {
  const bits = new Int32Array(readIntegers(input, count));
  turnNegatives(bits);
  return new Float64Array(new Float32Array(bits.buffer));
}

const NARROW = 2_048;

/** Numbers close together are as short as their places in a dictionary would be. */
function isNarrow(decimals: Decimals | undefined): boolean {
  if (decimals === undefined || decimals.exceptions.length > 0) return false;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < decimals.wholes.length; row += 1) {
    const whole = decimals.wholes[row] ?? 0;
    if (whole < min) min = whole;
    if (whole > max) max = whole;
  }
  return max - min < NARROW;
}

function writeDictionary(out: ByteWriter, { entries, places }: Dictionary): void {
  out.byte(DICTIONARY);
  out.varint(entries.length);
  writeNumbers(out, entries, findDecimals(entries));
  writeIntegers(out, places);
}

function readDictionary(input: ByteReader, count: number): Float64Array {
  const size = input.varint();
  if (size > MOST_ENTRIES) throw new DamagedChunk("a dictionary that is too large");
  const entries = readColumn(input, size);
  const values = readIntegers(input, count);
  for (let row = 0; row < count; row += 1) {
    const value = entries[values[row] ?? 0];
    if (value === undefined) throw new DamagedChunk("a value that is in no dictionary");
    values[row] = value;
  }
  return values;
}
