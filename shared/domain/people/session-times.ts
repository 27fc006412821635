/** How long rights last at a station, in milliseconds of a clock that nobody can set (UX 1.10). */
export interface SessionTimes {
  /** Without a touch or a scan nothing is left after this long. */
  readonly idleMs: number;
  /** What only a lead may ends so long after the badge or the PIN, whatever happens meanwhile. */
  readonly leadMs: number;
  /** Whoever is still signed in so long after the end of the shift is signed out. */
  readonly afterShiftMs: number;
  /** Everybody is signed out when for so long no order was worked and nobody touched or scanned. */
  readonly withoutOrderMs: number;
}
