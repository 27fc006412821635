import type { ByteReader } from "../codec/byte-reader.ts";
import type { ByteWriter } from "../codec/byte-writer.ts";
import { readColumn, writeColumn } from "../codec/column-codec.ts";
import { DamagedChunk } from "../codec/damaged-chunk.ts";
import { type ChunkRollup, createRollupColumns, type RollupColumns } from "./rollup-columns.ts";

/** Columns of one unit and size are written as one: each column has a price of its own, and most roll-ups are short. */
export function writeRollup(out: ByteWriter, { buckets, endValue }: ChunkRollup): void {
  const { startUs, count, bad, min, max, first, last, integral, coveredSeconds } = buckets;
  out.varint(startUs.length);
  out.double(endValue);
  if (startUs.length === 0) return;
  for (const column of [
    startUs,
    joined([count, bad]),
    joined([min, max, first, last]),
    coveredSeconds,
    integral,
  ]) {
    writeColumn(out, column);
  }
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const length = columns[0]?.length ?? 0;
  const all = new Float64Array(length * columns.length);
  for (const [index, column] of columns.entries()) all.set(column, index * length);
  return all;
}

/** More than a chunk's samples can make. */
const MOST_BUCKETS = 100_000;

/** @throws DamagedChunk */
export function readRollup(input: ByteReader): ChunkRollup {
  const length = input.varint();
  if (length > MOST_BUCKETS) throw new DamagedChunk("more buckets than can be");
  const endValue = input.double();
  if (length === 0) return { buckets: createRollupColumns(0), endValue };
  const startUs = readColumn(input, length);
  const counts = readColumn(input, 2 * length);
  const values = readColumn(input, 4 * length);
  const part = (all: Float64Array, index: number): Float64Array =>
    all.subarray(index * length, (index + 1) * length);
  const buckets: RollupColumns = {
    startUs,
    count: part(counts, 0),
    bad: part(counts, 1),
    min: part(values, 0),
    max: part(values, 1),
    first: part(values, 2),
    last: part(values, 3),
    coveredSeconds: readColumn(input, length),
    integral: readColumn(input, length),
  };
  return { buckets, endValue };
}
