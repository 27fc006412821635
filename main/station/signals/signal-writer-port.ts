import type { SampleColumns } from "./sample-columns.ts";
import type { GapCause, SignalGap } from "./signal-gap.ts";
import type { RegisteredSignal, SignalIdentity } from "./signal-identity.ts";

/** Text, and integers a double cannot hold. Rare, so an object each. */
export interface TextSample {
  readonly signal: number;
  readonly sourceUs: number;
  readonly arrivedUs: number;
  readonly text: string;
  readonly status: number;
}

/**
 * What the collector writes to. One writer per data folder. Every call is synchronous; `append`, `recordGap` and their like
 * only touch memory, and are on the disk with the next `flush`.
 */
export interface SignalWriter {
  /** Numbers for these signals, in their order; the same signal gets the same number for ever. */
  register(signals: readonly SignalIdentity[]): readonly RegisteredSignal[];
  /** Copies the rows; the caller may reuse its columns at once. */
  append(rows: SampleColumns): void;
  appendText(samples: readonly TextSample[]): void;
  /** A finished gap, or the beginning of one (`toUs` null). @returns its number, for `closeGap` */
  recordGap(gap: SignalGap): number;
  closeGap(gap: number, toUs: number): void;
  /**
   * Puts everything appended so far into the head log, in one transaction. Call it once a second.
   *
   * @throws StoreError when it could not; the rows stay and come with the next flush, until there are too many of
   * them: then the oldest are given up and a gap says so
   */
  flush(): void;
  /** The MES has all roll-ups up to this segment: from now on retention may delete it. */
  markSent(segment: number): void;
  /** Does at most about `budgetMs` of sealing and clearing away. Call it after `flush`. @returns whether there is more */
  tend(budgetMs: number): boolean;
  counts(): SignalWriterCounts;
  /** Flushes, and marks the end as wanted. */
  close(): void;
  /** Lets go of a store that cannot be written any more, with what was not flushed. */
  abandon(): void;
}

export interface SignalWriterCounts {
  readonly appended: number;
  readonly flushed: number;
  readonly sealed: number;
  /** Given up because the disk took nothing for too long; each is within a recorded gap. */
  readonly givenUp: number;
  readonly gapsByCause: Readonly<Partial<Record<GapCause, number>>>;
}
