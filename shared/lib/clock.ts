/**
 * Whether the wall clock can be believed. "unknown" after a start before the build date (dead battery) or before
 * the last time this station has seen; order never depends on it, reports show it.
 */
export type ClockState = "trusted" | "unknown";

/** One reading of all clocks: wall for people, monotonic plus boot for durations (I-19, I-20). */
export interface Instant {
  /** Wall clock, ISO 8601 UTC with milliseconds. */
  readonly atUtc: string;
  /** Monotonic nanoseconds since boot, decimal text because it outgrows a double. */
  readonly monoNs: string;
  /** Two readings may be subtracted only if they carry the same boot. */
  readonly bootId: string;
  readonly clockState: ClockState;
}

export interface Clock {
  now(): Instant;
}
