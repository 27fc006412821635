import type { ByteReader } from "../codec/byte-reader.ts";
import type { ByteWriter } from "../codec/byte-writer.ts";
import { readColumn, writeColumn } from "../codec/column-codec.ts";
import { DamagedChunk } from "../codec/damaged-chunk.ts";
import { type ChunkRollup, ROLLUP_COLUMN_NAMES, type RollupColumns } from "./rollup-columns.ts";

export function writeRollup(out: ByteWriter, { buckets, endValue }: ChunkRollup): void {
  out.varint(buckets.startUs.length);
  out.double(endValue);
  for (const name of ROLLUP_COLUMN_NAMES) writeColumn(out, buckets[name]);
}

/** More than a chunk's samples can make. */
const MOST_BUCKETS = 100_000;

/** @throws DamagedChunk */
export function readRollup(input: ByteReader): ChunkRollup {
  const length = input.varint();
  if (length > MOST_BUCKETS) throw new DamagedChunk("more buckets than can be");
  const endValue = input.double();
  const column = (): Float64Array => readColumn(input, length);
  const buckets: RollupColumns = {
    startUs: column(),
    count: column(),
    bad: column(),
    min: column(),
    max: column(),
    first: column(),
    last: column(),
    integral: column(),
    coveredSeconds: column(),
  };
  return { buckets, endValue };
}
