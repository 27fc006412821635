/** Fewer could agree by chance. */
export const FEWEST_PIECES = 3;

export interface HandCount {
  /** First reading; null: none came yet, or it is no number. */
  readonly from: number | null;
  readonly now: number | null;
  /** Pieces a person saw since. */
  readonly seen: number;
}

/** How many the machine counted since the first reading. */
export function countedSince({ from, now }: Pick<HandCount, "from" | "now">): number | null {
  return from === null || now === null ? null : now - from;
}

/** Machine and person agree, on enough pieces. */
export function isProven(count: HandCount): boolean {
  return count.seen >= FEWEST_PIECES && countedSince(count) === count.seen;
}
