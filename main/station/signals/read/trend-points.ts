import type { Break } from "../rollup/rollup-builder.ts";
import type { ChunkRollup } from "../rollup/rollup-columns.ts";
import { filedUs, isBad, type SampleColumns } from "../sample-columns.ts";
import type { Span } from "../signal-reader-port.ts";
import type { PieceSink } from "./walk-pieces.ts";

export interface TrendPoints {
  readonly atUs: Float64Array;
  readonly value: Float64Array;
  readonly usable: Uint8Array;
}

/** Every sample as a point, for windows that hold few. The value in force at the beginning is the first point. */
export class SamplePoints implements PieceSink {
  readonly #span: Span;
  readonly #points: PointList;
  #before: { value: number; isUsable: boolean; atUs: number } | undefined;

  constructor(span: Span) {
    this.#span = span;
    this.#points = new PointList();
  }

  addSamples(rows: SampleColumns): void {
    for (let row = 0; row < rows.length; row += 1) {
      const atUs = filedUs(rows, row);
      const value = rows.value[row] ?? 0;
      const isUsable = Number.isFinite(value) && !isBad(rows.status[row] ?? 0);
      if (atUs < this.#span.fromUs) this.#before = { value, isUsable, atUs };
      else if (atUs < this.#span.toUs) this.#points.add(atUs, value, isUsable ? 1 : 0);
    }
  }

  addRollup(): void {
    throw new TypeError("Points of samples are made of samples");
  }

  /** @param breaks each becomes a point at its beginning where the line ends */
  finish(breaks: readonly Break[]): TrendPoints {
    const before = this.#before;
    const { fromUs, toUs } = this.#span;
    if (before?.isUsable && !breaks.some((gap) => gap.fromUs <= fromUs && gap.toUs > before.atUs)) {
      this.#points.add(fromUs, before.value, 1);
    }
    for (const gap of breaks) {
      if (gap.fromUs >= fromUs && gap.fromUs < toUs) this.#points.add(gap.fromUs, Number.NaN, 0);
    }
    return this.#points.sorted();
  }
}

/** Lowest and highest value per bucket, and a third point where the line breaks in it. */
export class BucketPoints implements PieceSink {
  readonly #span: Span;
  readonly #bucketUs: number;
  readonly #min: Float64Array;
  readonly #max: Float64Array;
  readonly #minUs: Float64Array;
  readonly #maxUs: Float64Array;
  /** NaN: no break in it. */
  readonly #breakUs: Float64Array;

  constructor(span: Span, buckets: number) {
    this.#span = span;
    this.#bucketUs = (span.toUs - span.fromUs) / buckets;
    this.#min = new Float64Array(buckets).fill(Number.POSITIVE_INFINITY);
    this.#max = new Float64Array(buckets).fill(Number.NEGATIVE_INFINITY);
    this.#minUs = new Float64Array(buckets);
    this.#maxUs = new Float64Array(buckets);
    this.#breakUs = new Float64Array(buckets).fill(Number.NaN);
  }

  addSamples(rows: SampleColumns): void {
    const { fromUs, toUs } = this.#span;
    for (let row = 0; row < rows.length; row += 1) {
      const atUs = filedUs(rows, row);
      if (atUs < fromUs || atUs >= toUs) continue;
      const value = rows.value[row] ?? 0;
      if (Number.isFinite(value) && !isBad(rows.status[row] ?? 0)) this.#add(atUs, value);
      else this.#breakAt(atUs);
    }
  }

  /** Where in a roll-up's bucket the extremes lie is not known: they are put so that a rise rises and a fall falls. */
  addRollup({ buckets }: ChunkRollup): void {
    const { startUs, count, bad, min, max, first, last } = buckets;
    const { fromUs, toUs } = this.#span;
    for (let row = 0; row < startUs.length; row += 1) {
      const atUs = startUs[row] ?? 0;
      if (atUs < fromUs || atUs >= toUs) continue;
      if ((count[row] ?? 0) > 0) {
        const rises = (first[row] ?? 0) <= (last[row] ?? 0);
        this.#add(rises ? atUs : atUs + 1, min[row] ?? 0);
        this.#add(rises ? atUs + 1 : atUs, max[row] ?? 0);
      }
      if ((bad[row] ?? 0) > 0) this.#breakAt(atUs + 2);
    }
  }

  finish(breaks: readonly Break[]): TrendPoints {
    for (const gap of breaks) {
      if (gap.fromUs >= this.#span.fromUs && gap.fromUs < this.#span.toUs) this.#breakAt(gap.fromUs);
    }
    const points = new PointList();
    for (let place = 0; place < this.#min.length; place += 1) this.#addBucket(place, points);
    return points.sorted();
  }

  #addBucket(place: number, points: PointList): void {
    const min = this.#min[place] ?? 0;
    const max = this.#max[place] ?? 0;
    const minUs = this.#minUs[place] ?? 0;
    const maxUs = this.#maxUs[place] ?? 0;
    if (min < max && maxUs < minUs) points.add(maxUs, max, 1);
    if (min <= max) points.add(minUs, min, 1);
    if (min < max && maxUs >= minUs) points.add(maxUs, max, 1);
    const breakUs = this.#breakUs[place] ?? Number.NaN;
    if (!Number.isNaN(breakUs)) points.add(breakUs, Number.NaN, 0);
  }

  #placeOf(atUs: number): number {
    return Math.min(this.#min.length - 1, Math.floor((atUs - this.#span.fromUs) / this.#bucketUs));
  }

  #add(atUs: number, value: number): void {
    const place = this.#placeOf(atUs);
    if (value < (this.#min[place] ?? 0)) {
      this.#min[place] = value;
      this.#minUs[place] = atUs;
    }
    if (value > (this.#max[place] ?? 0)) {
      this.#max[place] = value;
      this.#maxUs[place] = atUs;
    }
  }

  #breakAt(atUs: number): void {
    this.#breakUs[this.#placeOf(atUs)] = atUs;
  }
}

class PointList {
  readonly #atUs: number[] = [];
  readonly #value: number[] = [];
  readonly #usable: number[] = [];

  add(atUs: number, value: number, usable: number): void {
    this.#atUs.push(atUs);
    this.#value.push(value);
    this.#usable.push(usable);
  }

  /** By time; points of one instant keep their order. */
  sorted(): TrendPoints {
    const at = this.#atUs;
    const isSorted = at.every((us, place) => place === 0 || us >= (at[place - 1] ?? us));
    const order = isSorted ? at.keys() : orderOf(at);
    const points = {
      atUs: new Float64Array(at.length),
      value: new Float64Array(at.length),
      usable: new Uint8Array(at.length),
    };
    let next = 0;
    for (const place of order) {
      points.atUs[next] = at[place] ?? 0;
      points.value[next] = this.#value[place] ?? 0;
      points.usable[next] = this.#usable[place] ?? 0;
      next += 1;
    }
    return points;
  }
}

function orderOf(at: readonly number[]): Uint32Array {
  return Uint32Array.from(at.keys()).sort(
    (left, right) => (at[left] ?? 0) - (at[right] ?? 0) || left - right,
  );
}
