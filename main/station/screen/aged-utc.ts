import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";

/** Less than this is no jump: an age then starts at the very time that was recorded, and does not flicker. */
const JUMP_MS = 2_000;

/**
 * When something was, by the clock as it is set now: an age that is read off it is the time that went by, whatever was done
 * to the clock meanwhile (C2, C3).
 */
export function agedUtc(since: Instant, at: Instant): string {
  const sinceMs = Date.parse(at.atUtc) - durationBetween(since, at).ms;
  const hasJumped = Math.abs(sinceMs - Date.parse(since.atUtc)) > JUMP_MS;
  return hasJumped ? new Date(sinceMs).toISOString() : since.atUtc;
}
