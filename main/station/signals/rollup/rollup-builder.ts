import { filedUs, isBad, type SampleColumns } from "../sample-columns.ts";
import {
  type ChunkRollup,
  createRollupColumns,
  ROLLUP_COLUMN_NAMES,
  type RollupColumns,
} from "./rollup-columns.ts";

/** A span without values: nothing is held across it. */
export interface Break {
  readonly fromUs: number;
  readonly toUs: number;
}

export interface RollupWindow {
  readonly fromUs: number;
  /** Exclusive. */
  readonly toUs: number;
  readonly bucketUs: number;
  /** Ascending. */
  readonly breaks: readonly Break[];
}

/**
 * Adds up one signal into the buckets of a window. Whatever is added must come in order of time: samples one by one, or
 * a whole chunk by its roll-up; between both, the last value is held until the next sample or break.
 */
export class RollupBuilder {
  readonly #fromBucket: number;
  readonly #window: RollupWindow;
  readonly #all: RollupColumns;
  #nextBreak = 0;
  #heldUs = Number.NaN;
  /** NaN: nothing to hold. */
  #held = Number.NaN;

  constructor(window: RollupWindow) {
    this.#window = window;
    this.#fromBucket = Math.floor(window.fromUs / window.bucketUs);
    this.#all = createRollupColumns(Math.ceil(window.toUs / window.bucketUs) - this.#fromBucket);
  }

  /** @param rows one signal's, ascending by the time they are filed under */
  addSamples(rows: SampleColumns): void {
    for (let row = 0; row < rows.length; row += 1) {
      const atUs = filedUs(rows, row);
      const value = rows.value[row] ?? 0;
      const isUsable = Number.isFinite(value) && !isBad(rows.status[row] ?? 0);
      this.holdUntil(atUs);
      this.#heldUs = atUs;
      this.#held = isUsable ? value : Number.NaN;
      this.#count(atUs, this.#held);
    }
  }

  /** @param span first and last sample of the chunk; no break lies in it. Buckets outside the window are left out */
  addRollup(
    { buckets, endValue }: ChunkRollup,
    { fromUs, toUs }: { readonly fromUs: number; readonly toUs: number },
  ): void {
    this.holdUntil(fromUs);
    for (let row = 0; row < buckets.startUs.length; row += 1) this.#merge(buckets, row);
    this.#heldUs = toUs;
    this.#held = endValue;
  }

  /** The last value stays in force until `untilUs`, or until a break before it. */
  holdUntil(untilUs: number): void {
    if (Number.isNaN(this.#held) || !(untilUs > this.#heldUs)) return;
    const { breaks, bucketUs, fromUs, toUs } = this.#window;
    while ((breaks[this.#nextBreak]?.toUs ?? Number.POSITIVE_INFINITY) <= this.#heldUs) this.#nextBreak += 1;
    const endUs = Math.min(untilUs, toUs, breaks[this.#nextBreak]?.fromUs ?? Number.POSITIVE_INFINITY);
    let atUs = Math.max(this.#heldUs, fromUs);
    this.#heldUs = untilUs;
    while (atUs < endUs) {
      const bucket = Math.floor(atUs / bucketUs);
      const nextUs = Math.min((bucket + 1) * bucketUs, endUs);
      const seconds = (nextUs - atUs) / 1e6;
      const place = bucket - this.#fromBucket;
      this.#all.integral[place] = (this.#all.integral[place] ?? 0) + this.#held * seconds;
      this.#all.coveredSeconds[place] = (this.#all.coveredSeconds[place] ?? 0) + seconds;
      atUs = nextUs;
    }
    if (endUs < untilUs) this.#held = Number.NaN;
  }

  /** Buckets that hold anything, and the value in force at the end. */
  finish(): ChunkRollup {
    const { count, bad, coveredSeconds, startUs } = this.#all;
    const used: number[] = [];
    for (let place = 0; place < startUs.length; place += 1) {
      if ((count[place] ?? 0) + (bad[place] ?? 0) > 0 || (coveredSeconds[place] ?? 0) > 0) used.push(place);
      startUs[place] = (this.#fromBucket + place) * this.#window.bucketUs;
    }
    const buckets = createRollupColumns(used.length);
    for (const name of ROLLUP_COLUMN_NAMES) {
      for (const [row, place] of used.entries()) buckets[name][row] = this.#all[name][place] ?? 0;
    }
    return { buckets, endValue: this.#held };
  }

  #count(atUs: number, value: number): void {
    const { fromUs, toUs, bucketUs } = this.#window;
    if (atUs < fromUs || atUs >= toUs) return;
    const place = Math.floor(atUs / bucketUs) - this.#fromBucket;
    const { count, bad, min, max, first, last } = this.#all;
    if (Number.isNaN(value)) {
      bad[place] = (bad[place] ?? 0) + 1;
      return;
    }
    if (count[place] === 0) {
      min[place] = value;
      max[place] = value;
      first[place] = value;
    } else {
      if (value < (min[place] ?? 0)) min[place] = value;
      if (value > (max[place] ?? 0)) max[place] = value;
    }
    last[place] = value;
    count[place] = (count[place] ?? 0) + 1;
  }

  #merge(from: RollupColumns, row: number): void {
    const place = Math.round((from.startUs[row] ?? 0) / this.#window.bucketUs) - this.#fromBucket;
    const all = this.#all;
    if (place < 0 || place >= all.startUs.length) return;
    const added = from.count[row] ?? 0;
    if (added > 0) {
      const isFirst = all.count[place] === 0;
      all.min[place] = isFirst ? (from.min[row] ?? 0) : Math.min(all.min[place] ?? 0, from.min[row] ?? 0);
      all.max[place] = isFirst ? (from.max[row] ?? 0) : Math.max(all.max[place] ?? 0, from.max[row] ?? 0);
      if (isFirst) all.first[place] = from.first[row] ?? 0;
      all.last[place] = from.last[row] ?? 0;
      all.count[place] = (all.count[place] ?? 0) + added;
    }
    all.bad[place] = (all.bad[place] ?? 0) + (from.bad[row] ?? 0);
    all.integral[place] = (all.integral[place] ?? 0) + (from.integral[row] ?? 0);
    all.coveredSeconds[place] = (all.coveredSeconds[place] ?? 0) + (from.coveredSeconds[row] ?? 0);
  }
}
