import { groupOf } from "./codec/segment-codec.ts";
import { inOrderOfTime, pickRows } from "./in-order-of-time.ts";
import { PieceFinder, type SignalPieces } from "./read/signal-pieces.ts";
import { BucketPoints, SamplePoints } from "./read/trend-points.ts";
import { walkPieces } from "./read/walk-pieces.ts";
import { type Break, RollupBuilder } from "./rollup/rollup-builder.ts";
import { BUCKET_US } from "./rollup/rollup-columns.ts";
import {
  copyRows,
  createSampleColumns,
  filedUs,
  type SampleColumns,
  withCapacity,
} from "./sample-columns.ts";
import type { SignalGap } from "./signal-gap.ts";
import type { RegisteredSignal } from "./signal-identity.ts";
import type {
  Rollup,
  RollupChanges,
  SignalReader,
  Span,
  Trend,
  TrendLevel,
  TrendRequest,
} from "./signal-reader-port.ts";
import type { SegmentSpan, SignalReadStorage, StoredGap } from "./signal-storage.ts";
import type { TextSample } from "./signal-writer-port.ts";

const MOST_POINTS = 2_000;
/** More samples than this in a window, and roll-ups are read instead where buckets are that wide. */
const MOST_SAMPLES_TO_DECODE = 200_000;
const MOST_BUCKETS = 100_000;
/** So far from its segment a held value is still told to the MES. */
const LONGEST_HELD_US = 86_400e6;

export function createSignalReader(storage: SignalReadStorage): SignalReader {
  return new StorageReader(storage);
}

class StorageReader implements SignalReader {
  readonly #storage: SignalReadStorage;
  #signals: readonly RegisteredSignal[] = [];

  constructor(storage: SignalReadStorage) {
    this.#storage = storage;
  }

  storeId(): string | undefined {
    return this.#storage.storeId();
  }

  recordedUntilUs(): number {
    return this.#storage.recordedUntilUs();
  }

  signals(): readonly RegisteredSignal[] {
    this.#signals = this.#storage.signals();
    return this.#signals;
  }

  trend(request: TrendRequest): readonly Trend[] {
    assertSpan(request);
    if (!(request.points >= 10 && request.points <= MOST_POINTS)) {
      throw new RangeError(`A trend has 10 to ${MOST_POINTS} points, not ${request.points}`);
    }
    return this.#storage.snapshot(() => {
      const finder = new PieceFinder(this.#storage);
      const found = request.signals.map((signal) => finder.find(signal, request));
      const level = levelFor(found, request);
      return found.map((pieces) => this.#trendOf(pieces, request, level));
    });
  }

  samples(signal: number, span: Span): SampleColumns {
    assertSpan(span);
    return this.#storage.snapshot(() => {
      const found = new PieceFinder(this.#storage).find(signal, span);
      let all = createSampleColumns(0);
      const collect = (rows: SampleColumns): void => {
        const inside = within(rows, span);
        all = withCapacity(all, all.length + inside.length);
        copyRows(all, inside);
      };
      walkPieces(
        found,
        { addSamples: collect, addRollup: () => undefined },
        { level: undefined, breaks: [] },
      );
      return inOrderOfTime(all);
    });
  }

  latest(signals: readonly number[]): SampleColumns {
    return this.#storage.snapshot(() => {
      const finder = new PieceFinder(this.#storage);
      const newest = createSampleColumns(signals.length);
      for (const signal of signals) {
        const found = finder.find(signal, { fromUs: Number.MAX_VALUE, toUs: Number.MAX_VALUE });
        walkPieces(
          { ...found, pieces: found.pieces.slice(-1) },
          {
            addSamples: (rows) => rows.length > 0 && copyRows(newest, rows, { from: rows.length - 1 }),
            addRollup: () => undefined,
          },
          { level: undefined, breaks: [] },
        );
      }
      return newest;
    });
  }

  rollup(signal: number, bucket: keyof typeof BUCKET_US, span: Span): Rollup {
    assertSpan(span);
    const bucketUs = BUCKET_US[bucket];
    if ((span.toUs - span.fromUs) / bucketUs > MOST_BUCKETS) {
      throw new RangeError(`A roll-up has at most ${MOST_BUCKETS} buckets`);
    }
    const window = {
      fromUs: Math.floor(span.fromUs / bucketUs) * bucketUs,
      toUs: Math.ceil(span.toUs / bucketUs) * bucketUs,
      bucketUs,
    };
    return this.#storage.snapshot(() => {
      const found = new PieceFinder(this.#storage).find(signal, window);
      const untilUs = this.#storage.recordedUntilUs();
      const built = this.#withBreaks(found, window, (breaks) => {
        const builder = new RollupBuilder({ ...window, breaks });
        walkPieces(found, builder, { level: bucket, breaks });
        builder.holdUntil(untilUs);
        return builder.finish();
      });
      return { signal, bucketUs, ...built.buckets };
    });
  }

  rollupsChangedAfter(segment: number, limit: number): RollupChanges {
    return this.#storage.snapshot(() => {
      const segments = this.#storage.segmentsSince(segment, limit);
      const signals = this.signals();
      const spans = segments.map((segment) => ({
        signals: signals.filter(({ number }) => groupOf(number) === segment.signalGroup),
        ...this.#changedBy(segment),
      }));
      return { spans, upTo: segments.at(-1)?.id ?? segment };
    });
  }

  /** Not its own samples alone: a value is held until the next one, also from one segment into another. */
  #changedBy(segment: SegmentSpan & { readonly signalGroup: number }): Span {
    const { signalGroup, fromUs, toUs } = segment;
    const recordedUs = this.#storage.recordedUntilUs();
    // A stray instant beyond now has no neighbours that it could change.
    if (!(fromUs <= recordedUs)) return { fromUs, toUs: toUs + 1 };
    const beforeUs = this.#storage.segmentBefore(signalGroup, fromUs)?.toUs ?? fromUs;
    const heldUs = this.#storage.heldUntilUs(segment) ?? toUs;
    const latestUs = Math.max(toUs, Math.min(heldUs, toUs + LONGEST_HELD_US, recordedUs));
    return { fromUs: Math.max(beforeUs, fromUs - LONGEST_HELD_US), toUs: latestUs + 1 };
  }

  gaps(span: Span): readonly SignalGap[] {
    return this.#storage.gaps(span.fromUs, span.toUs);
  }

  texts(signal: number, limit: number): readonly TextSample[] {
    return this.#storage.texts(signal, limit);
  }

  close(): void {
    this.#storage.close();
  }

  #trendOf(found: SignalPieces, request: TrendRequest, level: TrendLevel): Trend {
    const { signal } = found;
    const expected = found.pieces.reduce((sum, piece) => sum + piece.count, 0);
    const isWhole = level === "samples" && expected + 2 <= request.points / 2;
    let gaps: readonly SignalGap[] = [];
    const points = this.#withBreaks(found, request, (breaks, known) => {
      gaps = known;
      const sink =
        isWhole && breaks.length < request.points / 2
          ? new SamplePoints(request)
          : new BucketPoints(request, Math.floor(request.points / 3));
      walkPieces(found, sink, { level: level === "samples" ? undefined : level, breaks });
      return sink.finish(breaks);
    });
    return { signal, level, ...points, gaps };
  }

  /** Runs again with the damage it came across, as a value must not be held over what cannot be read. */
  #withBreaks<Result>(
    found: SignalPieces,
    span: Span,
    run: (breaks: readonly Break[], gaps: readonly SignalGap[]) => Result,
  ): Result {
    const machineId = this.#machineOf(found.signal);
    const stored = this.#storage
      .gaps(lookBackUs(found, span), span.toUs)
      .filter((gap) => concerns(gap, found.signal, machineId));
    for (;;) {
      const known = found.damaged.length;
      const gaps = [...stored, ...found.damaged.map((damage) => damageGap(damage, found.signal, machineId))];
      const breaks = gaps
        .map(({ fromUs, toUs }) => ({ fromUs, toUs: toUs ?? Number.POSITIVE_INFINITY }))
        .sort((left, right) => left.fromUs - right.fromUs);
      const result = run(breaks, gaps);
      if (found.damaged.length === known) return result;
      found.damaged.splice(0, found.damaged.length, ...distinct(found.damaged));
      if (found.damaged.length === known) return result;
    }
  }

  #machineOf(signal: number): string | null {
    const known = this.#signals.find(({ number }) => number === signal);
    const found = known ?? this.signals().find(({ number }) => number === signal);
    return found?.machineId ?? null;
  }
}

/** A gap before the span still matters for a value held into it. */
function lookBackUs({ pieces }: SignalPieces, { fromUs }: Span): number {
  return Math.min(fromUs, ...pieces.map((piece) => piece.fromUs));
}

function concerns(gap: StoredGap, signal: number, machineId: string | null): boolean {
  return (
    (gap.signal === null || gap.signal === signal) && (gap.machineId === null || gap.machineId === machineId)
  );
}

function damageGap({ fromUs, toUs }: Break, signal: number, machineId: string | null): SignalGap {
  return { machineId, signal, fromUs, toUs, cause: "damaged" };
}

function distinct(breaks: readonly Break[]): Break[] {
  return [...new Map(breaks.map((each) => [`${each.fromUs} ${each.toUs}`, each])).values()];
}

function assertSpan({ fromUs, toUs }: Span): void {
  if (!(Number.isFinite(fromUs) && Number.isFinite(toUs) && fromUs < toUs)) {
    throw new RangeError(`A span must end after its beginning: ${fromUs} to ${toUs}`);
  }
}

function within(rows: SampleColumns, { fromUs, toUs }: Span): SampleColumns {
  const order: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    const atUs = filedUs(rows, row);
    if (atUs >= fromUs && atUs < toUs) order.push(row);
  }
  return order.length === rows.length ? rows : pickRows(rows, new Uint32Array(order));
}

/** The coarsest roll-up finer than a bucket of the screen, when the samples are too many to decode at once. */
function levelFor(found: readonly SignalPieces[], { fromUs, toUs, points }: TrendRequest): TrendLevel {
  let samples = 0;
  for (const { pieces } of found) for (const { count } of pieces) samples += count;
  if (samples <= MOST_SAMPLES_TO_DECODE) return "samples";
  const bucketUs = (toUs - fromUs) / Math.floor(points / 3);
  if (bucketUs >= BUCKET_US.hour) return "hour";
  if (bucketUs >= BUCKET_US.minute) return "minute";
  return bucketUs >= BUCKET_US.second ? "second" : "samples";
}
