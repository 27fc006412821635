import { copyRows, createSampleColumns, filedUs, type SampleColumns } from "./sample-columns.ts";

/** By how much the distance between filed and arrival time may change before the source's clock is taken to have jumped. */
const JUMP_US = 3_600e6;
/** A clock that flaps must not make a chunk of every sample. */
const MOST_PARTS = 8;

/**
 * Parts of one signal between jumps of its clock, in their order. One sample from the year 2100 in a chunk would make it
 * overlap all that come after, and none of them could be read by its roll-up any more (U7: times are kept as given).
 */
export function betweenClockJumps(rows: SampleColumns): readonly SampleColumns[] {
  const parts: SampleColumns[] = [];
  let from = 0;
  for (let row = 1; row < rows.length && parts.length < MOST_PARTS - 1; row += 1) {
    if (Math.abs(delayUs(rows, row) - delayUs(rows, row - 1)) < JUMP_US) continue;
    parts.push(part(rows, from, row));
    from = row;
  }
  if (from === 0) return [rows];
  parts.push(part(rows, from, rows.length));
  return parts;
}

function delayUs(rows: SampleColumns, row: number): number {
  return (rows.arrivedUs[row] ?? 0) - filedUs(rows, row);
}

function part(rows: SampleColumns, from: number, to: number): SampleColumns {
  const columns = createSampleColumns(to - from);
  copyRows(columns, rows, { from, to });
  return columns;
}
