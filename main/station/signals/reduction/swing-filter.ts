/**
 * Piecewise linear approximation with connected lines (Elmeleegy et al., "Online piece-wise linear approximation of
 * numerical streams with precision guarantees", 2009): a line begins at the end of the last one and swings between the
 * two slopes that just touch the tolerance of every sample so far. Where the next sample leaves no slope, the line ends at
 * the last sample with the slope that fits best, and a new one begins there.
 *
 * @param atUs strictly ascending @param value finite
 * @returns rows that are kept and the values kept for them; between two of them a straight line is never farther than
 * `tolerance` from any sample
 */
export function swingFilter(
  atUs: Float64Array,
  value: Float64Array,
  tolerance: number,
): { readonly rows: Uint32Array; readonly values: Float64Array } {
  const length = atUs.length;
  const rows = new Uint32Array(length);
  const values = new Float64Array(length);
  if (length === 0) return { rows, values };
  values[0] = value[0] ?? 0;
  let kept = 1;
  const room = roomFor(value, tolerance);
  let pivot = 0;
  while (pivot < length - 1) {
    const end = longestLine(atUs, value, { pivot, pivotValue: values[kept - 1] ?? 0, room });
    rows[kept] = end.row;
    values[kept] = end.value;
    kept += 1;
    pivot = end.row;
  }
  return { rows: rows.subarray(0, kept), values: values.subarray(0, kept) };
}

/** A little less, so that rounding in slope and product never carries a line over the tolerance. */
function roomFor(value: Float64Array, tolerance: number): number {
  let largest = 0;
  for (const each of value) largest = Math.max(largest, Math.abs(each));
  return Math.max(0, tolerance * (1 - 1e-9) - largest * 8 * Number.EPSILON);
}

interface Line {
  readonly pivot: number;
  readonly pivotValue: number;
  readonly room: number;
}

function longestLine(
  atUs: Float64Array,
  value: Float64Array,
  { pivot, pivotValue, room }: Line,
): { row: number; value: number } {
  const pivotUs = atUs[pivot] ?? 0;
  let lowest = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  let products = 0;
  let squares = 0;
  let row = pivot + 1;
  for (; row < atUs.length; row += 1) {
    const distance = (atUs[row] ?? 0) - pivotUs;
    const rise = (value[row] ?? 0) - pivotValue;
    const low = Math.max(lowest, (rise - room) / distance);
    const high = Math.min(highest, (rise + room) / distance);
    if (low > high) break;
    lowest = low;
    highest = high;
    products += rise * distance;
    squares += distance * distance;
  }
  const last = row - 1;
  const span = (atUs[last] ?? 0) - pivotUs;
  const slope = Math.min(highest, Math.max(lowest, products / squares));
  const exact = pivotValue + slope * span;
  const short = shortDecimal(exact, room);
  const isWithin = short >= pivotValue + lowest * span && short <= pivotValue + highest * span;
  return { row: last, value: isWithin ? short : exact };
}

/** Far fewer digits, which is what storing a value costs, for an error far below the tolerance. */
function shortDecimal(value: number, room: number): number {
  const digits = Math.ceil(-Math.log10(room / 4));
  if (!(digits >= 0 && digits <= 15)) return value;
  const power = 10 ** digits;
  return Math.round(value * power) / power;
}
