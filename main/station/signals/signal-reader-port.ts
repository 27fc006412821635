import type { SampleColumns } from "./sample-columns.ts";
import type { SignalGap } from "./signal-gap.ts";
import type { RegisteredSignal } from "./signal-identity.ts";
import type { TextSample } from "./signal-writer-port.ts";

export interface Span {
  readonly fromUs: number;
  /** Exclusive. */
  readonly toUs: number;
}

export interface TrendRequest extends Span {
  readonly signals: readonly number[];
  /** At most 2,000. */
  readonly points: number;
}

/** Where the points came from. */
export type TrendLevel = "samples" | "second" | "minute" | "hour";

/**
 * One signal over the window. With more samples than points, each bucket of the window gives its lowest and highest
 * value in the order in which they came, so no peak is lost. `usable` is 0 where a line must break: a bad value, or the
 * point before a gap.
 */
export interface Trend {
  readonly signal: number;
  readonly level: TrendLevel;
  readonly atUs: Float64Array;
  readonly value: Float64Array;
  readonly usable: Uint8Array;
  readonly gaps: readonly SignalGap[];
}

/** Buckets of one signal, oldest first, all columns of one length. Empty buckets are left out. */
export interface Rollup {
  readonly signal: number;
  readonly bucketUs: number;
  readonly startUs: Float64Array;
  readonly count: Float64Array;
  /** Of values that are numbers and not bad; NaN when there are none. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Integral of value over time in value·seconds, each value held until the next one, a gap or a bad value. */
  readonly integral: Float64Array;
  /** How much of the bucket the integral covers; integral / covered is the time-weighted average. */
  readonly coveredSeconds: Float64Array;
  readonly bad: Float64Array;
}

/** Roll-ups that are new or different since a segment was written; the last bucket of each span may still grow. */
export interface RollupChanges {
  readonly spans: readonly (Span & { readonly signals: readonly RegisteredSignal[] })[];
  /** Ask with this the next time, and tell the writer by `markSent` once the MES has them. */
  readonly upTo: number;
}

/** Reads while another process writes. Damaged chunks come back as gaps, never as an error. */
export interface SignalReader {
  /** Another one after the store was lost and made anew, whose segments begin with 1 again. undefined: not yet known. */
  storeId(): string | undefined;
  /** Up to when what arrived is in the store; NaN for a new store. */
  recordedUntilUs(): number;
  signals(): readonly RegisteredSignal[];
  trend(request: TrendRequest): readonly Trend[];
  /** Every sample of one signal filed in the span, in order of time. */
  samples(signal: number, span: Span): SampleColumns;
  /** The newest sample of each of these signals that has one. */
  latest(signals: readonly number[]): SampleColumns;
  rollup(signal: number, bucket: "second" | "minute" | "hour", span: Span): Rollup;
  /** What to send to the MES: ask `rollup` for each span; the MES replaces a bucket that comes again. */
  rollupsChangedAfter(segment: number, limit: number): RollupChanges;
  texts(signal: number, limit: number): readonly TextSample[];
  gaps(span: Span): readonly SignalGap[];
  close(): void;
}
