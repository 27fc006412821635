/** Wrong PINs of this terminal in a row, kept by the station; a badge is never locked out (fault L1, UX §2.1). */
export interface PinGuard {
  readonly wrongInARow: number;
  /** Monotonic milliseconds until which no PIN is tried; null when tries are free. */
  readonly pausedUntilMs: number | null;
}

export const freshPinGuard: PinGuard = { wrongInARow: 0, pausedUntilMs: null };

const TRIES = 5;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 900_000;

export function isPaused(guard: PinGuard, nowMs: number): boolean {
  return guard.pausedUntilMs !== null && nowMs < guard.pausedUntilMs;
}

/** After every fifth wrong PIN the pause doubles, from 1 to 15 minutes: at most 10 tries in 15 minutes in the long run. */
export function afterWrongPin(guard: PinGuard, nowMs: number): PinGuard {
  const wrongInARow = guard.wrongInARow + 1;
  if (wrongInARow % TRIES !== 0) return { wrongInARow, pausedUntilMs: null };
  const pauses = wrongInARow / TRIES - 1;
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
  return { wrongInARow, pausedUntilMs: nowMs + pauseMs };
}
