import { createSampleColumns, filedUs, type SampleColumns } from "./sample-columns.ts";

/** The rows ascending by the time they are filed under; equal ones keep their order. @returns itself when it is so already */
export function inOrderOfTime(rows: SampleColumns): SampleColumns {
  if (isInOrder(rows)) return rows;
  const times = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) times[row] = filedUs(rows, row);
  const order = Uint32Array.from(times.keys()).sort(
    (left, right) => (times[left] ?? 0) - (times[right] ?? 0) || left - right,
  );
  return pickRows(rows, order);
}

function isInOrder(rows: SampleColumns): boolean {
  let lastUs = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows.length; row += 1) {
    const atUs = filedUs(rows, row);
    if (atUs < lastUs) return false;
    lastUs = atUs;
  }
  return true;
}

/** The rows with these numbers, in this order. */
export function pickRows(rows: SampleColumns, order: Uint32Array): SampleColumns {
  const picked = createSampleColumns(order.length);
  picked.length = order.length;
  // Values by words, as a NaN may lose its payload on the way through a number.
  const words = new Int32Array(rows.value.buffer, rows.value.byteOffset, 2 * rows.value.length);
  const pickedWords = new Int32Array(picked.value.buffer);
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] ?? 0;
    picked.signal[at] = rows.signal[row] ?? 0;
    picked.sourceUs[at] = rows.sourceUs[row] ?? 0;
    picked.serverUs[at] = rows.serverUs[row] ?? 0;
    picked.arrivedUs[at] = rows.arrivedUs[row] ?? 0;
    pickedWords[2 * at] = words[2 * row] ?? 0;
    pickedWords[2 * at + 1] = words[2 * row + 1] ?? 0;
    picked.status[at] = rows.status[row] ?? 0;
  }
  return picked;
}
