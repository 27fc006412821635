import type { MeasuredPace } from "./measured-pace.ts";

/** Worked time in milliseconds: the median, and the range that it lies in with 80 %. */
export interface TimeLeft {
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

/** 90 % quantile of Student's t by degrees of freedom, so that 10 % lie on either side of the range. */
const T_90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341,
  1.337, 1.333, 1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31,
];
/** Of the normal distribution; the error against t with more than 30 degrees of freedom is below 2 %. */
const NORMAL_90 = 1.2816;

/**
 * Worked time for n more pieces at a measured pace: n m, less what was worked since the last booking. The range is the
 * prediction interval for the mean of n future values after K past ones (Hahn and Meeker, Statistical Intervals, 1991,
 * 4.8), m +- t(90 %) s sqrt(1/n + 1/K); its lower side is taken as a ratio of the same width, so that it stays above zero
 * where the pace scatters more than itself. All three grow with n.
 */
export function measuredTimeLeft(pieces: number, pace: MeasuredPace): TimeLeft {
  if (pieces <= 0) return exactly(0);
  const quantile = T_90[pace.bookings - 2] ?? NORMAL_90;
  const scatter = pace.spreadMs * Math.sqrt(1 / pieces + 1 / pace.pieces);
  const wide = 1 + (quantile * scatter) / pace.msPerPiece;
  const medianMs = Math.max(0, pieces * pace.msPerPiece - pace.sinceLastMs);
  return { medianMs, leastMs: medianMs / wide, mostMs: medianMs * wide };
}

/** At the ideal cycle time of master data, which knows no spread. */
export function standardTimeLeft(pieces: number, msPerPiece: number): TimeLeft {
  return exactly(Math.max(0, pieces) * msPerPiece);
}

/** With so much before it, which has no spread of its own. */
export function longer({ medianMs, leastMs, mostMs }: TimeLeft, byMs: number): TimeLeft {
  return { medianMs: medianMs + byMs, leastMs: leastMs + byMs, mostMs: mostMs + byMs };
}

function exactly(ms: number): TimeLeft {
  return { medianMs: ms, leastMs: ms, mostMs: ms };
}
