import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";

/** Tries of PINs in a row of which none was right, of one person or of the whole terminal (fault L1, UX §2.1). */
export interface PinGuard {
  readonly triesInARow: number;
  /** Of this boot; see `carriedOver`. */
  readonly lastTry: Instant;
  /** Hash of the PIN that was tried; null: of the whole terminal, or counted before this was kept. */
  readonly pinHash: string | null;
}

const TRIES = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 900_000;
/** NIST SP 800-63B 3.2.2: no more than 100 wrong tries in a row at one authenticator. */
const MOST_TRIES = 100;

/** The guard after one more try. It counts before the PIN is compared, so that a kill in between forgives nothing. */
export function afterPinTry(
  guard: PinGuard | undefined,
  { now, pinHash }: { readonly now: Instant; readonly pinHash: string | null },
): PinGuard {
  return { triesInARow: (guard?.triesInARow ?? 0) + 1, lastTry: now, pinHash };
}

/** Tries of a PIN that the MES has meanwhile exchanged for another say nothing of the new one. */
export function guardOf(guard: PinGuard | undefined, pinHash: string): PinGuard | undefined {
  return guard === undefined || guard.pinHash === null || guard.pinHash === pinHash ? guard : undefined;
}

/** From now on no PIN of this person is compared, however long they wait; a badge still works. */
export function isPinLocked(guard: PinGuard | undefined): boolean {
  return guard !== undefined && guard.triesInARow >= MOST_TRIES;
}

/**
 * After every fifth try the pause doubles, from 1 to 15 minutes: at most 10 tries in 15 minutes in the long run. It runs
 * by the monotonic clock, which nobody can set.
 */
export function pinPauseLeftMs(guard: PinGuard | undefined, now: Instant): number {
  if (guard === undefined || guard.triesInARow % TRIES !== 0) return 0;
  const pauses = guard.triesInARow / TRIES - 1;
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
  return Math.max(0, pauseMs - durationBetween(guard.lastTry, now).ms);
}

/** Of an earlier boot only the wall clock would tell how long ago it was, and that can be set: its pause begins anew. */
export function carriedOver(guard: PinGuard, now: Instant): PinGuard {
  return guard.lastTry.bootId === now.bootId ? guard : { ...guard, lastTry: now };
}
