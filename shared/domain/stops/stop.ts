/** A time in which the order did not run: paused by a person, or the machine stopped by itself. */
export interface Stop {
  readonly stopId: string;
  readonly cause: "paused" | "machine";
  readonly sinceUtc: string;
  readonly endUtc: string | null;
  readonly reasonCode: string | null;
  /** Grows with every stop. */
  readonly turn: number;
}

/** How many stops stay at hand for the screen; older ones are in the journal. */
export const KEPT_STOPS = 40;
