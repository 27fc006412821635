import type { Instant } from "../../lib/clock.ts";

/** The reading from which the next difference is taken. */
export interface PartCounter {
  readonly signalId: string;
  readonly counter: number;
  readonly at: Instant;
}
