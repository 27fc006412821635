import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Presence } from "./presence.ts";

/** Signs of life that are no bookings, so the journal does not know them. */
export interface Attendance {
  /** Last touch or scan of each person, for whom it counted. */
  readonly touchedAt: ReadonlyMap<string, Instant>;
  /** When an order was last worked here, or somebody last touched or scanned. */
  readonly busyAt: Instant;
}

/**
 * Time without a sign of life of a person. Infinite after a boot: only the wall clock would tell how long it took, and
 * that can be set.
 */
export function idleMs({ personId, provedAt }: Presence, { touchedAt }: Attendance, now: Instant): number {
  return Math.min(sinceMs(provedAt, now), sinceMs(touchedAt.get(personId), now));
}

export function sinceMs(from: Instant | undefined, now: Instant): number {
  if (from === undefined) return Number.POSITIVE_INFINITY;
  const { ms, estimated } = durationBetween(from, now);
  return estimated ? Number.POSITIVE_INFINITY : ms;
}
