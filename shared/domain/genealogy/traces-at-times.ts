import { withEvent } from "./fold-genealogy.ts";
import { type StationEvent, traceKey, type WorkTrace } from "./work-trace.ts";

/** One order at one station, now and as it was at earlier moments. */
export interface TraceAtTimes {
  readonly now: WorkTrace;
  /** All that it was at any of the asked moments, and now. */
  readonly ever: readonly WorkTrace[];
  /** Of one of the asked moments; undefined: nothing was told of it by then. */
  at(atMs: number): WorkTrace | undefined;
}

interface Folding {
  trace: WorkTrace | undefined;
  /** The first of the moments that is not passed yet. */
  next: number;
  /** As it was before the first event later than a moment; growing by time. */
  readonly past: { readonly beforeMs: number; readonly trace: WorkTrace | undefined }[];
}

/**
 * The fold of genealogy, with what it was at some moments: each event is folded once, however many moments are asked for. A
 * moment ends before the first event that is later; what a clock that was put back tells after that is later too.
 *
 * @param momentsMs milliseconds since 1970
 */
export function tracesAtTimes(
  events: Iterable<StationEvent>,
  momentsMs: Iterable<number>,
): readonly TraceAtTimes[] {
  const moments = [...new Set(momentsMs)].toSorted((left, right) => left - right);
  const foldings = new Map<string, Folding>();
  for (const event of events) {
    if (event.jobOrder === null) continue;
    const key = traceKey(event.stationId, event.jobOrder);
    const folding = foldings.get(key) ?? { trace: undefined, next: 0, past: [] };
    foldings.set(key, folding);
    passMoments(folding, moments, Date.parse(event.at.atUtc));
    folding.trace = withEvent(folding.trace, event, event.jobOrder);
  }
  return [...foldings.values()].flatMap(({ trace: now, past }) => {
    if (now === undefined) return [];
    const at = (atMs: number) => (past.find(({ beforeMs }) => beforeMs > atMs) ?? { trace: now }).trace;
    return [{ now, at, ever: [...past.flatMap(({ trace }) => trace ?? []), now] }];
  });
}

function passMoments(folding: Folding, moments: readonly number[], eventMs: number): void {
  const before = folding.next;
  while ((moments[folding.next] ?? Number.POSITIVE_INFINITY) < eventMs) folding.next += 1;
  if (folding.next > before) folding.past.push({ beforeMs: eventMs, trace: folding.trace });
}
