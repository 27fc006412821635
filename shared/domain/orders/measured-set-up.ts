import type { WorkedTime } from "../shifts/worked-time.ts";

/** What an order's journal at one station tells of its set-up, oldest first. Instants in milliseconds since 1970. */
export interface SetUpMove {
  /** "set-up": it is set up from here on; "else": it is not, whatever became of it. */
  readonly to: "set-up" | "else";
  readonly atMs: number;
}

/** @returns worked milliseconds of all set-ups; null: there was none, or it is not over */
export function setUpMsOf(moves: readonly SetUpMove[], time: WorkedTime): number | null {
  let sinceMs: number | null = null;
  let sum: number | null = null;
  for (const { to, atMs } of moves) {
    if (sinceMs !== null) sum = (sum ?? 0) + time.between(sinceMs, atMs);
    sinceMs = to === "set-up" ? atMs : null;
  }
  return sinceMs === null ? sum : null;
}

/** The middle one of several set-ups: one that went wrong says little of the next. @returns null for none */
export function usualSetUpMs(setUpsMs: readonly number[]): number | null {
  const sorted = setUpsMs.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}
