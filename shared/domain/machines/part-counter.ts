import type { Instant } from "../../lib/clock.ts";

/** The reading from which the next difference is taken. */
export interface PartCounter {
  readonly signalId: string;
  readonly counter: number;
  readonly at: Instant;
  /** The machine's own time of the reading, if it sent one. */
  readonly sourceUtc: string | null;
}
