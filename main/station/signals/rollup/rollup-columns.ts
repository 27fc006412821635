export const BUCKET_US = { second: 1e6, minute: 60e6, hour: 3_600e6 } as const;

/** Buckets of one signal, oldest first; those without a sample and without a held value are left out. */
export interface RollupColumns {
  /** A multiple of the bucket's length. */
  readonly startUs: Float64Array;
  /** Samples that are finite numbers and not bad; `bad` are the others. */
  readonly count: Float64Array;
  readonly bad: Float64Array;
  /** Of the counted samples; NaN when there are none. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Value·seconds, each counted value held until the next sample or gap. */
  readonly integral: Float64Array;
  /** Seconds of the bucket that the integral covers. */
  readonly coveredSeconds: Float64Array;
}

export const ROLLUP_COLUMN_NAMES = [
  "startUs",
  "count",
  "bad",
  "min",
  "max",
  "first",
  "last",
  "integral",
  "coveredSeconds",
] as const satisfies readonly (keyof RollupColumns)[];

export function createRollupColumns(length: number): RollupColumns {
  return {
    startUs: new Float64Array(length),
    count: new Float64Array(length),
    bad: new Float64Array(length),
    min: new Float64Array(length).fill(Number.NaN),
    max: new Float64Array(length).fill(Number.NaN),
    first: new Float64Array(length).fill(Number.NaN),
    last: new Float64Array(length).fill(Number.NaN),
    integral: new Float64Array(length),
    coveredSeconds: new Float64Array(length),
  };
}

/** The roll-up of one chunk alone. It does not know how long its last value held: the reader goes on from here. */
export interface ChunkRollup {
  readonly buckets: RollupColumns;
  /** NaN: the last sample is bad. */
  readonly endValue: number;
}
