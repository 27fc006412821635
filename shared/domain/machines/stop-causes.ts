import type { StopCause } from "./machine-change.ts";
import type { CauseReading } from "./machine-input.ts";
import type { SeenCause } from "./machine-watch.ts";

/** So many of each kind are kept with a stop: a person reads two, a machine may send hundreds. */
const KEPT_PER_KIND = 8;
/** So many are remembered for the next stop. */
const REMEMBERED = 200;

/** Takes in a reading: an alarm that ends keeps its time, a value replaces the one before. */
export function remember(
  causes: readonly SeenCause[],
  reading: CauseReading,
  atMs: number,
): readonly SeenCause[] {
  const same = (seen: SeenCause): boolean => seen.reading.signalId === reading.signalId && seen.toMs === null;
  const before = causes.find(same);
  if (before !== undefined && before.reading.text === reading.text && reading.isActive) return causes;
  const rest = causes.filter((seen) => !same(seen));
  const ended = before?.reading.kind === "alarm" ? [{ ...before, toMs: atMs }] : [];
  const began = reading.isActive ? [{ reading, fromMs: atMs, toMs: null }] : [];
  return [...rest, ...ended, ...began].slice(-REMEMBERED);
}

/** Forgets alarms that ended too long ago to explain anything. */
export function forgetBefore(causes: readonly SeenCause[], ms: number): readonly SeenCause[] {
  const kept = causes.filter(({ toMs }) => toMs === null || toMs >= ms);
  return kept.length === causes.length ? causes : kept;
}

/** What was so in the window before a stop, alarms before values, newest first. */
export function causesOf(
  causes: readonly SeenCause[],
  { fromMs, windowMs }: { readonly fromMs: number; readonly windowMs: number },
): readonly StopCause[] {
  const inWindow = causes
    .filter(({ toMs }) => toMs === null || toMs >= fromMs - windowMs)
    .toSorted((left, right) => right.fromMs - left.fromMs);
  return (["alarm", "value"] as const).flatMap((kind) =>
    inWindow
      .filter(({ reading }) => reading.kind === kind)
      .slice(0, KEPT_PER_KIND)
      .map((seen) => stopCause(seen.reading, fromMs - seen.fromMs)),
  );
}

export function stopCause({ isActive: _isActive, ...reading }: CauseReading, beforeMs: number): StopCause {
  return { ...reading, beforeMs: Math.round(beforeMs) };
}

export function mayNameMore(named: readonly string[]): boolean {
  return named.length < 2 * KEPT_PER_KIND;
}
