const MOST_SEGMENTS = 50;
const PLAIN_SEGMENTS = 20;

export interface RulerSegment {
  /** First piece it stands for, counted from 0. */
  readonly from: number;
  /** Pieces this segment stands for; the last one may be a part of a box. */
  readonly pieces: number;
  /** 0 to 1. */
  readonly filled: number;
}

/**
 * One segment per box while boxes can still be told apart, otherwise twenty equal parts.
 *
 * @param good pieces made; may exceed `planned`
 * @param boxQuantity pieces in a box; null: the order has none
 */
export function rulerSegments(
  good: number,
  planned: number,
  boxQuantity: number | null,
): readonly RulerSegment[] {
  if (planned <= 0) return [];
  const boxed = boxQuantity !== null && Math.ceil(planned / boxQuantity) <= MOST_SEGMENTS;
  const size = boxed ? boxQuantity : planned / Math.min(PLAIN_SEGMENTS, planned);
  const count = Math.ceil(planned / size - 1e-9);
  return Array.from({ length: count }, (_, index) => {
    const from = index * size;
    const pieces = Math.min(size, planned - from);
    return { from, pieces, filled: Math.min(1, Math.max(0, (good - from) / pieces)) };
  });
}

/** Where a count stands on the ruler, 0 to 1. */
export function rulerPlace(count: number, planned: number): number {
  return planned <= 0 ? 0 : Math.min(1, Math.max(0, count / planned));
}
