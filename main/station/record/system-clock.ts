import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Clock } from "../../../shared/lib/clock.ts";

/** No station ran before this program was written: an earlier wall clock is a dead battery (fault C1). */
const BUILT_UTC = "2026-11-01T00:00:00.000Z";

/** How far the wall clock may stand behind the last recorded time before it is no longer believed. */
const TOLERANCE_MS = 300_000;

/**
 * Wall and monotonic clock of this computer.
 *
 * @param lastSeenUtc newest time in the journal; a wall clock well before it is marked unknown
 */
export function systemClock(lastSeenUtc: string | undefined): Clock {
  const bootId = readBootId();
  const built = Date.parse(BUILT_UTC);
  const earliest =
    lastSeenUtc === undefined ? built : Math.max(built, Date.parse(lastSeenUtc) - TOLERANCE_MS);
  return {
    now() {
      const wallMs = Date.now();
      return {
        atUtc: new Date(wallMs).toISOString(),
        monoNs: process.hrtime.bigint().toString(),
        bootId,
        clockState: wallMs < earliest ? "unknown" : "trusted",
      };
    },
  };
}

/** Linux names each boot; elsewhere a start of the station counts as one, so durations across starts are estimated. */
function readBootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    // No such file outside of Linux.
    return randomUUID();
  }
}
