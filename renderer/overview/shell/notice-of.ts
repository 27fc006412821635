import type { SourceProblem, SourceState } from "../data/source-state.ts";

/** A stream that reconnects within this time is not worth a word; its data is younger than most page visits. */
const PATIENCE_MS = 5_000;

export interface NoticeOf {
  readonly problem: SourceProblem;
  /** Age of what is shown instead; null when there is nothing to show. */
  readonly dataAgeMs: number | null;
}

/** What the reader must be told about the source of a page, or null when all is well. */
export function noticeOf(source: SourceState<unknown>, nowMs: number): NoticeOf | null {
  if (source.problem === null) return null;
  if (source.receivedAtMs === null) return { problem: source.problem, dataAgeMs: null };
  const dataAgeMs = Math.max(0, nowMs - source.receivedAtMs);
  if (source.problem === "unreachable" && dataAgeMs < PATIENCE_MS) return null;
  return { problem: source.problem, dataAgeMs };
}
