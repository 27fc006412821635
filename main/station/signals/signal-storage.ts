import type { GapCause, SignalGap } from "./signal-gap.ts";
import type { RegisteredSignal, SignalIdentity } from "./signal-identity.ts";
import type { TextSample } from "./signal-writer-port.ts";

/** One flush of all signals. */
export interface HeadRow {
  readonly seq: number;
  /** When it was flushed, by the station's clock. */
  readonly atUs: number;
  readonly body: Uint8Array;
}

export interface SegmentSpan {
  readonly id: number;
  readonly fromUs: number;
  /** Inclusive. */
  readonly toUs: number;
  /** Of all its signals. */
  readonly samples: number;
}

export interface NewSegment {
  readonly signalGroup: number;
  readonly fromUs: number;
  readonly toUs: number;
  readonly sealedUs: number;
  readonly samples: number;
  readonly body: Uint8Array;
}

export interface StoredGap extends SignalGap {
  readonly id: number;
}

/** What a reader needs. Everything read within one `snapshot` is of one moment. */
export interface SignalReadStorage {
  snapshot<Result>(read: () => Result): Result;
  /** Given by the first writer; undefined before that. */
  storeId(): string | undefined;
  signals(): readonly RegisteredSignal[];
  /** Head rows not yet sealed for a partition, oldest first. */
  headOf(partition: number): readonly HeadRow[];
  /** Segments that touch the span, oldest first. */
  segments(signalGroup: number, fromUs: number, toUs: number): readonly SegmentSpan[];
  /** The first bytes of a segment. @returns undefined when it is gone or its pages are damaged */
  segmentStart(id: number, bytes: number): Uint8Array | undefined;
  /** The newest segment that ends before, if any. */
  segmentBefore(signalGroup: number, us: number): SegmentSpan | undefined;
  /**
   * Until when at most the last value of a segment is held, by segments of its group that were sealed before it.
   *
   * @returns undefined when there is nothing after it yet
   */
  heldUntilUs(segment: SegmentSpan & { readonly signalGroup: number }): number | undefined;
  segmentsSince(id: number, limit: number): readonly (SegmentSpan & { readonly signalGroup: number })[];
  /** @returns undefined when it is gone or its pages are damaged */
  segmentBody(id: number): Uint8Array | undefined;
  gaps(fromUs: number, toUs: number): readonly StoredGap[];
  texts(signal: number, limit: number): readonly TextSample[];
  /** Up to when what arrived is in the store; NaN for a new store. */
  recordedUntilUs(): number;
  close(): void;
}

export interface SignalStorage extends SignalReadStorage {
  /** All or nothing. @throws StoreError */
  transaction(write: () => void): void;
  register(identity: SignalIdentity): number;
  appendHead(row: HeadRow): void;
  headAfter(seq: number): readonly HeadRow[];
  lastHeadSeq(): number;
  deleteHeadBefore(seq: number): void;
  /** Up to which head row each partition is sealed. */
  sealed(): ReadonlyMap<number, number>;
  setSealed(partition: number, seq: number): void;
  addSegment(segment: NewSegment): void;
  putGap(gap: StoredGap): void;
  closeGap(id: number, toUs: number): void;
  lastGapId(): number;
  openGaps(): readonly StoredGap[];
  gapCounts(): readonly { readonly cause: GapCause; readonly count: number }[];
  addText(sample: TextSample): void;
  mark(name: string): number | undefined;
  setMark(name: string, value: number): void;
  /** Oldest segments with an id up to `lastId` that were sealed before. @returns how many are gone now */
  deleteSegments(limits: {
    readonly lastId: number;
    readonly sealedBeforeUs: number;
    readonly most: number;
  }): number;
  deleteGapsAndTextsBefore(us: number): void;
  usedBytes(): number;
}
