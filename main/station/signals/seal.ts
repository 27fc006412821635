import { betweenClockJumps } from "./clock-jumps.ts";
import { DamagedChunk } from "./codec/damaged-chunk.ts";
import { headSections, PARTITION_SIGNALS } from "./codec/head-codec.ts";
import { type Chunk, encodeSegment, GROUP_SIGNALS } from "./codec/segment-codec.ts";
import { type Reduction, reduceSamples } from "./reduction/reduce-samples.ts";
import { chunkRollups } from "./rollup/chunk-rollups.ts";
import { copyRows, createSampleColumns, filedUs, type SampleColumns } from "./sample-columns.ts";
import type { HeadRow, NewSegment } from "./signal-storage.ts";

const MOST_CHUNK_SAMPLES = 4_096;
/** What a flush holds, when the one before it is not known. */
export const FLUSH_US = 1e6;

/** A flush that cannot be read, between the flush before it and itself. */
export interface DamagedHead {
  readonly seq: number;
  readonly fromUs: number;
  readonly toUs: number;
}

export interface HeadContent {
  /** By signal number less the first of the partition. */
  readonly signals: readonly (SampleColumns | undefined)[];
  readonly samples: number;
  readonly damaged: readonly DamagedHead[];
}

/** All rows of one partition in the head log, signal by signal. */
export function gatherHead(rows: readonly HeadRow[], partition: number): HeadContent {
  const sections: SampleColumns[] = [];
  const damaged: DamagedHead[] = [];
  let lastUs: number | undefined;
  for (const row of rows) {
    const section = sectionOf(row, partition);
    if (section === "damaged") {
      damaged.push({ seq: row.seq, fromUs: lastUs ?? row.atUs - FLUSH_US, toUs: row.atUs });
    } else if (section !== undefined) {
      sections.push(section);
    }
    lastUs = row.atUs;
  }
  return { ...bySignal(sections, partition), damaged };
}

function sectionOf({ body }: HeadRow, partition: number): SampleColumns | "damaged" | undefined {
  try {
    return headSections(body)
      .find((section) => section.partition === partition)
      ?.read();
  } catch (cause) {
    if (cause instanceof DamagedChunk) return "damaged";
    throw cause;
  }
}

function bySignal(sections: readonly SampleColumns[], partition: number): Omit<HeadContent, "damaged"> {
  const first = partition * PARTITION_SIGNALS;
  const counts = new Uint32Array(PARTITION_SIGNALS);
  let samples = 0;
  for (const { signal, length } of sections) {
    samples += length;
    for (let row = 0; row < length; row += 1) {
      const place = (signal[row] ?? 0) - first;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const signals = Array.from(counts, (count) => (count === 0 ? undefined : createSampleColumns(count)));
  for (const section of sections) copyRuns(section, signals, first);
  return { signals, samples };
}

/** Rows of a section are grouped by signal, so whole runs are copied. */
function copyRuns(section: SampleColumns, into: readonly (SampleColumns | undefined)[], first: number): void {
  for (let from = 0; from < section.length; ) {
    const signal = section.signal[from] ?? 0;
    let to = from + 1;
    while (to < section.length && section.signal[to] === signal) to += 1;
    const columns = into[signal - first];
    if (columns !== undefined) copyRows(columns, section, { from, to });
    from = to;
  }
}

export interface SealOptions {
  readonly sealedUs: number;
  readonly reductionOf: (signal: number) => Reduction | undefined;
}

/** Groups of a partition that have samples. */
export function groupsOf({ signals }: HeadContent): readonly (readonly SampleColumns[])[] {
  const groups: SampleColumns[][] = [];
  for (let from = 0; from < signals.length; from += GROUP_SIGNALS) {
    const group = signals.slice(from, from + GROUP_SIGNALS).filter((columns) => columns !== undefined);
    if (group.length > 0) groups.push(group);
  }
  return groups;
}

/** Segments of one group: first what lies before a jump of the signals' clocks, then what lies after it. */
export function sealGroup(group: readonly SampleColumns[], options: SealOptions): readonly NewSegment[] {
  const parts = group.map(betweenClockJumps);
  const most = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: most }, (_, place) =>
    sealAligned(
      parts.flatMap((each) => each[place] ?? []),
      options,
    ),
  ).flat();
}

/** Long columns are cut into equal pieces, piece k of all signals in segment k. */
function sealAligned(group: readonly SampleColumns[], options: SealOptions): readonly NewSegment[] {
  const longest = Math.max(...group.map(({ length }) => length));
  const pieces = Math.ceil(longest / MOST_CHUNK_SAMPLES);
  const segments: NewSegment[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const parts = group.map((columns) => cut(columns, piece, pieces)).filter(({ length }) => length > 0);
    if (parts.length > 0) segments.push(segmentOf(parts, options));
  }
  return segments;
}

function cut(columns: SampleColumns, piece: number, pieces: number): SampleColumns {
  if (pieces === 1) return columns;
  const size = Math.ceil(columns.length / pieces);
  const from = Math.min(columns.length, piece * size);
  const to = Math.min(columns.length, from + size);
  const part = createSampleColumns(to - from);
  copyRows(part, columns, { from, to });
  return part;
}

function segmentOf(parts: readonly SampleColumns[], { sealedUs, reductionOf }: SealOptions): NewSegment {
  let fromUs = Number.POSITIVE_INFINITY;
  let toUs = Number.NEGATIVE_INFINITY;
  let samples = 0;
  for (const part of parts) {
    samples += part.length;
    for (let row = 0; row < part.length; row += 1) {
      const atUs = filedUs(part, row);
      if (atUs < fromUs) fromUs = atUs;
      if (atUs > toUs) toUs = atUs;
    }
  }
  const signalGroup = Math.floor((parts[0]?.signal[0] ?? 0) / GROUP_SIGNALS);
  const body = encodeSegment(parts.map((part) => chunkOf(part, reductionOf)));
  return { signalGroup, fromUs, toUs, sealedUs, samples, body };
}

/** Roll-ups come from all samples, so that averages stay exact when the samples are thinned out. */
function chunkOf(samples: SampleColumns, reductionOf: SealOptions["reductionOf"]): Chunk {
  const signal = samples.signal[0] ?? 0;
  const reduction = reductionOf(signal);
  if (reduction === undefined) return { signal, samples, isReduced: false, rollups: chunkRollups(samples) };
  const reduced = reduceSamples(samples, reduction);
  return { signal, samples: reduced, isReduced: true, rollups: chunkRollups(samples, ["minute", "hour"]) };
}
