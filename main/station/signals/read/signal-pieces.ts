import { DamagedChunk } from "../codec/damaged-chunk.ts";
import { PARTITION_SIGNALS, partitionOf } from "../codec/head-codec.ts";
import {
  type ChunkEntry,
  DIRECTORY_BYTES,
  groupOf,
  openSegment,
  type RollupLevel,
  signalsIn,
} from "../codec/segment-codec.ts";
import { inOrderOfTime } from "../in-order-of-time.ts";
import type { Break } from "../rollup/rollup-builder.ts";
import type { ChunkRollup } from "../rollup/rollup-columns.ts";
import { filedUs, type SampleColumns } from "../sample-columns.ts";
import { gatherHead, type HeadContent } from "../seal.ts";
import type { Span } from "../signal-reader-port.ts";
import type { SegmentSpan, SignalReadStorage } from "../signal-storage.ts";

/** Samples of one signal that were stored together: a sealed chunk, or what the head log holds of it. */
export interface Piece {
  readonly fromUs: number;
  /** Inclusive. */
  readonly toUs: number;
  readonly count: number;
  readonly isReduced: boolean;
  /** In order of time. @throws DamagedChunk */
  samples(): SampleColumns;
  /** undefined: take the samples. @throws DamagedChunk */
  rollup(level: RollupLevel): ChunkRollup | undefined;
}

export interface SignalPieces {
  readonly signal: number;
  /** By their first instant; they may overlap where values came late. */
  readonly pieces: readonly Piece[];
  /** Where stored samples cannot be read. */
  readonly damaged: Break[];
}

/** Holds the directory and, mostly, the minutes and hours of all signals. */
const START_BYTES = 16_384;

/** How far back to look for the value in force at the beginning of a span: weeks, where seconds are recorded beside it. */
const LOOK_BACK_SEGMENTS = 1_000;

/** Finds the pieces of signals; each segment is opened once, however many of its signals are asked for. */
export class PieceFinder {
  readonly #storage: SignalReadStorage;
  readonly #entries = new Map<number, readonly ChunkEntry[] | undefined>();
  readonly #spans = new Map<string, readonly SegmentSpan[]>();
  readonly #heads = new Map<number, HeadContent>();
  readonly #signalsIn = new Map<number, readonly number[] | "unknown">();

  constructor(storage: SignalReadStorage) {
    this.#storage = storage;
  }

  /** Pieces that touch the span, and the one before it. */
  find(signal: number, span: Span): SignalPieces {
    const damaged: Break[] = [];
    const pieces: Piece[] = [];
    for (const segment of this.#segments(signal, span)) {
      this.#collect(segment, signal, { pieces, damaged });
    }
    const head = this.#head(signal);
    if (head !== undefined) pieces.push(head);
    if (!pieces.some(({ fromUs }) => fromUs <= span.fromUs))
      this.#lookBack(signal, span, { pieces, damaged });
    return { signal, pieces: pieces.sort((left, right) => left.fromUs - right.fromUs), damaged };
  }

  #lookBack(signal: number, { fromUs }: Span, found: { pieces: Piece[]; damaged: Break[] }): void {
    let beforeUs = fromUs;
    for (let tries = 0; tries < LOOK_BACK_SEGMENTS; tries += 1) {
      const segment = this.#storage.segmentBefore(groupOf(signal), beforeUs);
      if (segment === undefined) return;
      if (this.#mayHold(segment, signal) && this.#collect(segment, signal, found)) return;
      beforeUs = segment.toUs;
    }
  }

  /** Asks the directory alone: a signal that changes once a day lies among many segments of others. */
  #mayHold({ id }: SegmentSpan, signal: number): boolean {
    let signals = this.#signalsIn.get(id);
    if (signals === undefined) {
      signals = this.#readSignals(id);
      this.#signalsIn.set(id, signals);
    }
    return signals === "unknown" || signals.includes(signal);
  }

  #readSignals(id: number): readonly number[] | "unknown" {
    const head = this.#storage.segmentStart(id, DIRECTORY_BYTES);
    if (head === undefined) return "unknown";
    try {
      return signalsIn(head);
    } catch (cause) {
      if (cause instanceof DamagedChunk) return "unknown";
      throw cause;
    }
  }

  /** @returns whether the signal has anything there */
  #collect(
    segment: SegmentSpan,
    signal: number,
    { pieces, damaged }: { pieces: Piece[]; damaged: Break[] },
  ): boolean {
    const entries = this.#open(segment);
    if (entries === undefined) {
      damaged.push({ fromUs: segment.fromUs, toUs: segment.toUs });
      return true;
    }
    const entry = entries.find((each) => each.signal === signal);
    if (entry !== undefined) pieces.push(pieceOf(entry));
    return entry !== undefined;
  }

  #open({ id }: SegmentSpan): readonly ChunkEntry[] | undefined {
    if (this.#entries.has(id)) return this.#entries.get(id);
    const entries = this.#read(id);
    this.#entries.set(id, entries);
    return entries;
  }

  #read(id: number): readonly ChunkEntry[] | undefined {
    const start = this.#storage.segmentStart(id, START_BYTES);
    if (start === undefined) return undefined;
    try {
      return openSegment(start, () => this.#storage.segmentBody(id));
    } catch (cause) {
      if (cause instanceof DamagedChunk) return undefined;
      throw cause;
    }
  }

  /** All signals of a group lie in the same segments. */
  #segments(signal: number, { fromUs, toUs }: Span): readonly SegmentSpan[] {
    const key = `${groupOf(signal)} ${fromUs} ${toUs}`;
    let segments = this.#spans.get(key);
    if (segments === undefined) {
      segments = this.#storage.segments(groupOf(signal), fromUs, toUs);
      this.#spans.set(key, segments);
    }
    return segments;
  }

  #head(signal: number): Piece | undefined {
    const partition = partitionOf(signal);
    let content = this.#heads.get(partition);
    if (content === undefined) {
      content = gatherHead(this.#storage.headOf(partition), partition);
      this.#heads.set(partition, content);
    }
    const samples = content.signals[signal - partition * PARTITION_SIGNALS];
    return samples === undefined ? undefined : headPiece(samples);
  }
}

function pieceOf(entry: ChunkEntry): Piece {
  const { fromUs, toUs, count, isReduced } = entry;
  return {
    fromUs,
    toUs,
    count,
    isReduced,
    samples: () => inOrderOfTime(entry.samples()),
    rollup: (level) => entry.rollup(level),
  };
}

function headPiece(samples: SampleColumns): Piece {
  const ordered = inOrderOfTime(samples);
  return {
    fromUs: filedUs(ordered, 0),
    toUs: filedUs(ordered, ordered.length - 1),
    count: ordered.length,
    isReduced: false,
    samples: () => ordered,
    rollup: () => undefined,
  };
}
