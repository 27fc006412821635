import { inOrderOfTime, pickRows } from "../in-order-of-time.ts";
import { filedUs, isBad, type SampleColumns } from "../sample-columns.ts";
import { swingFilter } from "./swing-filter.ts";

/** How far the kept curve may be from any sample, in the unit of the signal. */
export interface Reduction {
  readonly tolerance: number;
}

/**
 * Fewer samples, with a straight line from each to the next within the tolerance of every sample left out. Only runs of
 * good numbers with one and the same status are thinned; every other sample stays as it is.
 */
export function reduceSamples(rows: SampleColumns, { tolerance }: Reduction): SampleColumns {
  const ordered = inOrderOfTime(rows);
  const keptRows: number[] = [];
  const keptValues: number[] = [];
  for (let from = 0; from < ordered.length; ) {
    const to = endOfRun(ordered, from);
    const run = swingFilter(timesOf(ordered, from, to), ordered.value.subarray(from, to), tolerance);
    for (const [index, row] of run.rows.entries()) {
      keptRows.push(from + row);
      keptValues.push(run.values[index] ?? 0);
    }
    from = to;
  }
  const reduced = pickRows(ordered, new Uint32Array(keptRows));
  for (const [row, value] of keptValues.entries()) {
    if (isThinnable(reduced, row)) reduced.value[row] = value;
  }
  return reduced;
}

/** Ends before the first row of another kind, and before one at the same instant: a line needs time to rise. */
function endOfRun(rows: SampleColumns, from: number): number {
  let to = from + 1;
  if (!isThinnable(rows, from)) return to;
  const status = rows.status[from];
  while (
    to < rows.length &&
    rows.status[to] === status &&
    isThinnable(rows, to) &&
    filedUs(rows, to) > filedUs(rows, to - 1)
  ) {
    to += 1;
  }
  return to;
}

function isThinnable(rows: SampleColumns, row: number): boolean {
  return Number.isFinite(rows.value[row]) && !isBad(rows.status[row] ?? 0);
}

function timesOf(rows: SampleColumns, from: number, to: number): Float64Array {
  return Float64Array.from({ length: to - from }, (_, index) => filedUs(rows, from + index));
}
