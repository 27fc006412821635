import { pickRows } from "../in-order-of-time.ts";
import type { SampleColumns } from "../sample-columns.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { checkedBody, checksummed } from "./checksum.ts";
import { readColumn, readWords, writeColumn } from "./column-codec.ts";
import { DamagedChunk } from "./damaged-chunk.ts";
import { readTimes, writeTimes } from "./time-columns.ts";

/** Signals with numbers side by side are of one machine: they are sealed and read together. */
export const PARTITION_SIGNALS = 64;

export function partitionOf(signal: number): number {
  return Math.floor(signal / PARTITION_SIGNALS);
}

const VERSION = 1;

/**
 * One flush of all signals: version, checksum, then per partition its number, length and columns. Within a partition rows
 * are grouped by signal and keep their order.
 */
export function encodeHead(rows: SampleColumns): Uint8Array {
  const sorted = groupedBySignal(rows);
  const out = new ByteWriter();
  for (let from = 0; from < sorted.length; ) {
    const partition = partitionOf(sorted.signal[from] ?? 0);
    let to = from + 1;
    while (to < sorted.length && partitionOf(sorted.signal[to] ?? 0) === partition) to += 1;
    const section = new ByteWriter();
    writeSection(section, sorted, { from, to });
    out.varint(partition);
    out.varint(to - from);
    out.varint(section.length);
    out.bytes(section.written());
    from = to;
  }
  return checksummed(VERSION, out.written());
}

export interface HeadSection {
  readonly partition: number;
  readonly length: number;
  /** @throws DamagedChunk */
  read(): SampleColumns;
}

/** @throws DamagedChunk */
export function headSections(bytes: Uint8Array): readonly HeadSection[] {
  const body = checkedBody(VERSION, bytes);
  const input = new ByteReader(body);
  const sections: HeadSection[] = [];
  while (input.at < body.length) {
    const partition = input.varint();
    const length = input.varint();
    const section = input.bytes(input.varint());
    sections.push({ partition, length, read: () => readSection(section, length) });
  }
  return sections;
}

function writeSection(
  out: ByteWriter,
  rows: SampleColumns,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  writeColumn(out, new Float64Array(rows.signal.subarray(from, to)));
  writeTimes(out, {
    sourceUs: rows.sourceUs.subarray(from, to),
    serverUs: rows.serverUs.subarray(from, to),
    arrivedUs: rows.arrivedUs.subarray(from, to),
  });
  writeColumn(out, rows.value.subarray(from, to));
  writeColumn(out, new Float64Array(rows.status.subarray(from, to)));
}

function readSection(section: Uint8Array, length: number): SampleColumns {
  const input = new ByteReader(section);
  const signal = new Int32Array(readColumn(input, length));
  const times = readTimes(input, length);
  const value = readColumn(input, length);
  const status = readWords(input, length);
  if (input.at !== section.length) throw new DamagedChunk("bytes that belong to nothing");
  return { length, signal, ...times, value, status };
}

/** A stable counting sort: the order of one signal's rows is the order in which they came. */
function groupedBySignal(rows: SampleColumns): SampleColumns {
  const { length } = rows;
  let highest = 0;
  for (let row = 0; row < length; row += 1) highest = Math.max(highest, rows.signal[row] ?? 0);
  const next = new Uint32Array(highest + 2);
  for (let row = 0; row < length; row += 1) {
    const after = (rows.signal[row] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let signal = 0; signal <= highest; signal += 1) {
    next[signal + 1] = (next[signal + 1] ?? 0) + (next[signal] ?? 0);
  }
  const order = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) {
    const signal = rows.signal[row] ?? 0;
    const place = next[signal] ?? 0;
    order[place] = row;
    next[signal] = place + 1;
  }
  return pickRows(rows, order);
}
