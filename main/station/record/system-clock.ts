import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Clock } from "../../../shared/lib/clock.ts";
import { monotonicClock } from "./monotonic-clock.ts";

/** No station ran before this program was written: an earlier wall clock is a dead battery (fault C1). */
const BUILT_UTC = "2026-11-01T00:00:00.000Z";

/** How far the wall clock may stand behind the last recorded time before it is no longer believed. */
const TOLERANCE_MS = 300_000;

/** The clocks of the computer. */
export interface Readings {
  wallMs(): number;
  monoNs(): bigint;
}

const ownReadings: Readings = { wallMs: Date.now, monoNs: monotonicClock() };

/**
 * Wall and monotonic clock of this computer. A wall clock from before the program was written is not shown to anybody:
 * time then goes on from what was last believed (C1).
 *
 * @param lastSeenUtc newest time in the journal; a wall clock well before it is marked unknown
 */
export function systemClock(lastSeenUtc: string | undefined, readings: Readings = ownReadings): Clock {
  const bootId = readBootId();
  const builtMs = Date.parse(BUILT_UTC);
  const lastSeenMs = lastSeenUtc === undefined ? builtMs : Date.parse(lastSeenUtc);
  const earliestMs = Math.max(builtMs, lastSeenMs - TOLERANCE_MS);
  let believed = { wallMs: Math.max(builtMs, lastSeenMs), monoNs: readings.monoNs(), isWall: false };
  return {
    now() {
      const [wallMs, monoNs] = [readings.wallMs(), readings.monoNs()];
      const runsOnMs = believed.wallMs + Number((monoNs - believed.monoNs) / 1_000_000n);
      const isPossible = wallMs >= builtMs;
      // What somebody has set since is shown, but nothing is based on it that outlives it.
      const isSteady = !believed.isWall || Math.abs(wallMs - runsOnMs) <= TOLERANCE_MS;
      if (isPossible && isSteady) believed = { wallMs, monoNs, isWall: true };
      return {
        atUtc: new Date(isPossible ? wallMs : runsOnMs).toISOString(),
        monoNs: monoNs.toString(),
        bootId,
        clockState: wallMs < earliestMs ? "unknown" : "trusted",
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
