/** By this much faster than time goes by may stored values age, or what they have aged be taken back. */
const MOST_PACE = 4;

export interface AgeReading {
  /** Microseconds since 1970 by the wall clock. */
  readonly wallUs: number;
  /** Microseconds that only grow. */
  readonly runUs: number;
}

/**
 * The time by which stored values grow old. It follows the wall clock only a few times as fast as time goes by: one that is
 * put a year ahead must not delete a year of values before somebody has put it right (C2, I-19), and one that stood at 1970
 * for an hour must not keep everything for years afterwards (C1).
 */
export class AgeClock {
  #agedUs: number;
  #runUs: number;

  /** @param agedUs where it was when it was last kept; undefined: nothing is stored yet */
  constructor(agedUs: number | undefined, { wallUs, runUs }: AgeReading) {
    this.#agedUs = agedUs ?? wallUs;
    this.#runUs = runUs;
  }

  /** How far values have aged, whatever the wall clock says now. To be kept for the next run. */
  get agedUs(): number {
    return this.#agedUs;
  }

  /** @returns the time from which to reckon ages now; never ahead of the wall clock */
  read({ wallUs, runUs }: AgeReading): number {
    const mostUs = MOST_PACE * (runUs - this.#runUs);
    this.#agedUs = Math.max(this.#agedUs - mostUs, Math.min(wallUs, this.#agedUs + mostUs));
    this.#runUs = runUs;
    return Math.min(wallUs, this.#agedUs);
  }
}
