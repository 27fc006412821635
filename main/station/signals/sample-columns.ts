/**
 * A batch of samples as columns: at 100,000 values a second an object per value costs more than decoding it.
 * Row i is the i-th entry of every column; only the first `length` rows count.
 */
export interface SampleColumns {
  length: number;
  /** Number the store gave to the signal. */
  readonly signal: Int32Array;
  /** Whole microseconds since 1970 UTC as the source gave them, never put right; NaN: none given. */
  readonly sourceUs: Float64Array;
  /** As above, given by the server. */
  readonly serverUs: Float64Array;
  /** When it reached this station, by the station's clock. */
  readonly arrivedUs: Float64Array;
  /** Booleans are 0 and 1. Text and integers beyond 2^53 are text values. */
  readonly value: Float64Array;
  /** OPC UA StatusCode, all 32 bits. */
  readonly status: Uint32Array;
}

export function createSampleColumns(capacity: number): SampleColumns {
  return {
    length: 0,
    signal: new Int32Array(capacity),
    sourceUs: new Float64Array(capacity),
    serverUs: new Float64Array(capacity),
    arrivedUs: new Float64Array(capacity),
    value: new Float64Array(capacity),
    status: new Uint32Array(capacity),
  };
}

/** Copies rows [from, to) behind the rows of `into`, which must have room. Bits stay as they are, NaN payloads too. */
export function copyRows(
  into: SampleColumns,
  rows: SampleColumns,
  { from = 0, to = rows.length }: { readonly from?: number; readonly to?: number } = {},
): void {
  const at = into.length;
  into.signal.set(rows.signal.subarray(from, to), at);
  into.sourceUs.set(rows.sourceUs.subarray(from, to), at);
  into.serverUs.set(rows.serverUs.subarray(from, to), at);
  into.arrivedUs.set(rows.arrivedUs.subarray(from, to), at);
  into.value.set(rows.value.subarray(from, to), at);
  into.status.set(rows.status.subarray(from, to), at);
  into.length = at + to - from;
}

/** @returns `columns` itself, or a larger copy when fewer than `capacity` rows fit */
export function withCapacity(columns: SampleColumns, capacity: number): SampleColumns {
  if (columns.value.length >= capacity) return columns;
  const larger = createSampleColumns(Math.max(capacity, 2 * columns.value.length));
  copyRows(larger, columns);
  return larger;
}

/** The time a sample is filed under: of the source, else of the server, else of arrival, which is always there. */
export function filedUs(columns: SampleColumns, row: number): number {
  const sourceUs = columns.sourceUs[row] ?? Number.NaN;
  if (Number.isFinite(sourceUs)) return sourceUs;
  const serverUs = columns.serverUs[row] ?? Number.NaN;
  return Number.isFinite(serverUs) ? serverUs : (columns.arrivedUs[row] ?? 0);
}

/** OPC UA Part 4, 7.39: the two highest bits say good (00), uncertain (01) or bad (10, 11). */
export function isBad(status: number): boolean {
  return status >>> 31 === 1;
}
