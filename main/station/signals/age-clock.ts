/** By this much faster than time goes by may stored values age. */
const MOST_PACE = 4;

export interface AgeReading {
  /** Microseconds since 1970 by the wall clock. */
  readonly wallUs: number;
  /** Microseconds that only grow. */
  readonly runUs: number;
}

/**
 * The time by which stored values grow old. It follows the wall clock, back at once, ahead only a few times as fast as time
 * goes by: a clock that is put a year ahead must not delete a year of values before somebody has put it right (C2, I-19).
 */
export class AgeClock {
  #agedUs: number;
  #runUs: number;

  /** @param agedUs where it was when it was last kept; undefined: nothing is stored yet */
  constructor(agedUs: number | undefined, { wallUs, runUs }: AgeReading) {
    this.#agedUs = Math.min(agedUs ?? wallUs, wallUs);
    this.#runUs = runUs;
  }

  read({ wallUs, runUs }: AgeReading): number {
    const furthestUs = this.#agedUs + MOST_PACE * (runUs - this.#runUs);
    this.#agedUs = Math.min(wallUs, furthestUs);
    this.#runUs = runUs;
    return this.#agedUs;
  }
}
