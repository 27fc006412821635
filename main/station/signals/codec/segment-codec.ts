import { readRollup, writeRollup } from "../rollup/rollup-codec.ts";
import type { ChunkRollup } from "../rollup/rollup-columns.ts";
import { filedUs, type SampleColumns } from "../sample-columns.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { checkedBody, checksummed } from "./checksum.ts";
import { readColumn, readWords, writeColumn } from "./column-codec.ts";
import { DamagedChunk } from "./damaged-chunk.ts";
import { wordsOf } from "./float-order.ts";
import { readTimes, type TimeColumns, writeTimes } from "./time-columns.ts";

/** Signals of one segment: sealed together, so that those scanned together share one set of times. */
export const GROUP_SIGNALS = 16;

export function groupOf(signal: number): number {
  return Math.floor(signal / GROUP_SIGNALS);
}

export const ROLLUP_LEVELS = ["second", "minute", "hour"] as const;
export type RollupLevel = (typeof ROLLUP_LEVELS)[number];

/** Samples of one signal in the order in which they came, with what was computed from them. */
export interface Chunk {
  readonly signal: number;
  readonly samples: SampleColumns;
  /** The values were thinned out: a straight line from one to the next stays within the tolerance of every sample. */
  readonly isReduced: boolean;
  readonly rollups: Readonly<Partial<Record<RollupLevel, ChunkRollup>>>;
}

export interface ChunkEntry {
  readonly signal: number;
  readonly count: number;
  readonly isReduced: boolean;
  /** Of the times the samples are filed under. */
  readonly fromUs: number;
  /** Inclusive. */
  readonly toUs: number;
  /** @throws DamagedChunk */
  samples(): SampleColumns;
  /** undefined: not worth keeping, take the samples. @throws DamagedChunk */
  rollup(level: RollupLevel): ChunkRollup | undefined;
}

const VERSION = 1;
const NO_PIECE = 0;

/**
 * Version and checksum of the directory, its length, the directory, then pieces, each with a version and a checksum of
 * its own: one damaged piece costs one chunk. Pieces are roll-ups, which come first so that a long trend reads only the
 * beginning, times (shared by chunks with equal ones), and values with status.
 */
export function encodeSegment(chunks: readonly Chunk[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const rollups = chunks.map(({ rollups }) => addRollups(pieces, rollups));
  const sharedTimes: SharedTimes[] = [];
  const directory = new ByteWriter();
  directory.varint(chunks.length);
  for (const [index, chunk] of chunks.entries()) {
    const times = addTimes(pieces, sharedTimes, timesOf(chunk.samples));
    writeEntry(directory, chunk, [times, addValues(pieces, chunk.samples), ...(rollups[index] ?? [])]);
  }
  directory.varint(pieces.length);
  for (const piece of pieces) directory.varint(piece.length);
  const out = new ByteWriter();
  const head = checksummed(VERSION, directory.written());
  out.uint32(head.length);
  out.bytes(head);
  for (const piece of pieces) out.bytes(piece);
  return out.written().slice();
}

interface SharedTimes {
  readonly times: TimeColumns;
  readonly piece: number;
}

function addTimes(pieces: Uint8Array[], shared: SharedTimes[], times: TimeColumns): number {
  const equal = shared.find((other) => areEqual(other.times, times));
  if (equal !== undefined) return equal.piece;
  const piece = addPiece(pieces, (out) => writeTimes(out, times));
  shared.push({ times, piece });
  return piece;
}

function addValues(pieces: Uint8Array[], { length, value, status }: SampleColumns): number {
  return addPiece(pieces, (out) => {
    writeColumn(out, value.subarray(0, length));
    writeColumn(out, new Float64Array(status.subarray(0, length)));
  });
}

function addRollups(pieces: Uint8Array[], rollups: Chunk["rollups"]): readonly number[] {
  return ROLLUP_LEVELS.map((level) => {
    const rollup = rollups[level];
    return rollup === undefined ? NO_PIECE : addPiece(pieces, (out) => writeRollup(out, rollup));
  });
}

function writeEntry(
  directory: ByteWriter,
  { signal, samples, isReduced }: Chunk,
  pieceNumbers: readonly number[],
): void {
  const { fromUs, toUs } = spanOf(samples);
  directory.varint(signal);
  directory.varint(samples.length);
  directory.byte(isReduced ? 1 : 0);
  directory.double(fromUs);
  directory.double(toUs);
  for (const number of pieceNumbers) directory.varint(number);
}

/** @returns its number, from 1 on */
function addPiece(pieces: Uint8Array[], write: (out: ByteWriter) => void): number {
  const out = new ByteWriter();
  write(out);
  return pieces.push(checksummed(VERSION, out.written()));
}

/**
 * The directory of a segment. Pieces are read when asked for; times that several chunks share are decoded once.
 *
 * @param start the segment, or its first DIRECTORY_BYTES or more
 * @param readWhole asked once when a piece lies behind `start`; undefined: it cannot be read
 * @throws DamagedChunk when the directory cannot be read
 */
export function openSegment(
  start: Uint8Array,
  readWhole?: () => Uint8Array | undefined,
): readonly ChunkEntry[] {
  const outer = new ByteReader(start);
  const directory = new ByteReader(checkedBody(VERSION, outer.bytes(outer.uint32())));
  const entries = Array.from({ length: directory.varint() }, () => readEntry(directory));
  const lengths = Array.from({ length: directory.varint() }, () => directory.varint());
  const pieces: Pieces = { bytes: start, readWhole, ends: [], times: new Map() };
  let end = outer.at;
  pieces.ends.push(end);
  for (const length of lengths) {
    end += length;
    pieces.ends.push(end);
  }
  return entries.map((entry) => chunkEntry(entry, pieces));
}

/** How many bytes of a segment hold any directory. */
export const DIRECTORY_BYTES = 4_096;

/**
 * Numbers of the signals in a segment, from its first DIRECTORY_BYTES.
 *
 * @throws DamagedChunk
 */
export function signalsIn(head: Uint8Array): readonly number[] {
  const outer = new ByteReader(head);
  const directory = new ByteReader(checkedBody(VERSION, outer.bytes(outer.uint32())));
  return Array.from({ length: directory.varint() }, () => readEntry(directory).signal);
}

interface RawEntry {
  readonly signal: number;
  readonly count: number;
  readonly isReduced: boolean;
  readonly fromUs: number;
  readonly toUs: number;
  readonly times: number;
  readonly values: number;
  readonly rollups: readonly number[];
}

interface Pieces {
  bytes: Uint8Array;
  readWhole: (() => Uint8Array | undefined) | undefined;
  /** Of the directory, then of each piece. */
  readonly ends: number[];
  readonly times: Map<number, TimeColumns>;
}

function readEntry(directory: ByteReader): RawEntry {
  return {
    signal: directory.varint(),
    count: directory.varint(),
    isReduced: directory.byte() === 1,
    fromUs: directory.double(),
    toUs: directory.double(),
    times: directory.varint(),
    values: directory.varint(),
    rollups: ROLLUP_LEVELS.map(() => directory.varint()),
  };
}

function chunkEntry(entry: RawEntry, pieces: Pieces): ChunkEntry {
  const { signal, count, isReduced, fromUs, toUs } = entry;
  return {
    signal,
    count,
    isReduced,
    fromUs,
    toUs,
    samples: () => readSamples(entry, pieces),
    rollup(level) {
      const number = entry.rollups[ROLLUP_LEVELS.indexOf(level)] ?? NO_PIECE;
      return number === NO_PIECE ? undefined : readRollup(new ByteReader(pieceAt(pieces, number)));
    },
  };
}

function readSamples({ signal, count, times, values }: RawEntry, pieces: Pieces): SampleColumns {
  let shared = pieces.times.get(times);
  if (shared === undefined) {
    shared = readTimes(new ByteReader(pieceAt(pieces, times)), count);
    pieces.times.set(times, shared);
  }
  if (shared.sourceUs.length !== count) throw new DamagedChunk("times and values of different length");
  const input = new ByteReader(pieceAt(pieces, values));
  const value = readColumn(input, count);
  const status = readWords(input, count);
  return { length: count, signal: new Int32Array(count).fill(signal), ...shared, value, status };
}

function pieceAt(pieces: Pieces, number: number): Uint8Array {
  const from = pieces.ends[number - 1];
  const to = pieces.ends[number];
  if (from === undefined || to === undefined) throw new DamagedChunk("a piece is missing");
  if (to > pieces.bytes.length && pieces.readWhole !== undefined) {
    pieces.bytes = pieces.readWhole() ?? pieces.bytes;
    pieces.readWhole = undefined;
  }
  if (to > pieces.bytes.length) throw new DamagedChunk("a piece is missing");
  return checkedBody(VERSION, pieces.bytes.subarray(from, to));
}

function timesOf({ length, sourceUs, serverUs, arrivedUs }: SampleColumns): TimeColumns {
  return {
    sourceUs: sourceUs.subarray(0, length),
    serverUs: serverUs.subarray(0, length),
    arrivedUs: arrivedUs.subarray(0, length),
  };
}

function areEqual(left: TimeColumns, right: TimeColumns): boolean {
  return (
    sameBits(left.sourceUs, right.sourceUs) &&
    sameBits(left.serverUs, right.serverUs) &&
    sameBits(left.arrivedUs, right.arrivedUs)
  );
}

function sameBits(left: Float64Array, right: Float64Array): boolean {
  if (left.length !== right.length) return false;
  const leftWords = wordsOf(left);
  const rightWords = wordsOf(right);
  for (let word = 0; word < leftWords.length; word += 1) {
    if (leftWords[word] !== rightWords[word]) return false;
  }
  return true;
}

function spanOf(samples: SampleColumns): { fromUs: number; toUs: number } {
  let fromUs = Number.POSITIVE_INFINITY;
  let toUs = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < samples.length; row += 1) {
    const atUs = filedUs(samples, row);
    if (atUs < fromUs) fromUs = atUs;
    if (atUs > toUs) toUs = atUs;
  }
  return { fromUs, toUs };
}
