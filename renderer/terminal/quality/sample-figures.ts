import { parseDecimal, toNumber } from "../../../shared/lib/decimal.ts";
import type { MeasuredPiece } from "../../../shared/screen/screen-model.ts";

export interface SampleFigures {
  readonly mean: number;
  readonly range: number;
}

/** Mean and range of the pieces measured so far; null before the first. For display only. */
export function sampleFigures(pieces: readonly MeasuredPiece[]): SampleFigures | null {
  const values = pieces.flatMap((piece) => {
    const value = parseDecimal(piece.text);
    return value === undefined ? [] : [toNumber(value)];
  });
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: sum / values.length, range: Math.max(...values) - Math.min(...values) };
}
