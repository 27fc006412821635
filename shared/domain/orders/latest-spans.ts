import type { WorkedTime } from "../shifts/worked-time.ts";
import type { JobOrder } from "./job-order.ts";

/** Instants in milliseconds since 1970. */
export interface LatestSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The latest time at which each operation of a production order may be worked so that all end by their due times: backward
 * scheduling from the last one, each as long as its planned pieces take at the cycle time of master data, and ended when
 * the one after it begins, or later by what that one takes for all but one transfer quantity.
 *
 * @param operations of one production order without its rework, or one order without a route
 * @returns by job order; none where no shift lies far enough back
 */
export function latestSpans(
  operations: readonly JobOrder[],
  timeOf: (workUnit: string) => WorkedTime,
): ReadonlyMap<string, LatestSpan> {
  const spans = new Map<string, LatestSpan>();
  const lastFirst = operations.toSorted(
    (left, right) => (right.route?.sequence ?? 0) - (left.route?.sequence ?? 0),
  );
  for (const one of lastFirst) {
    const next = operations.find(({ route }) => route?.previousJobOrderId === one.jobOrderId);
    const span = latestSpan(one, { next, nextSpan: spans.get(next?.jobOrderId ?? ""), timeOf });
    if (span !== undefined) spans.set(one.jobOrderId, span);
  }
  return spans;
}

interface Following {
  readonly next: JobOrder | undefined;
  readonly nextSpan: LatestSpan | undefined;
  readonly timeOf: (workUnit: string) => WorkedTime;
}

function latestSpan(one: JobOrder, { next, nextSpan, timeOf }: Following): LatestSpan | undefined {
  const time = timeOf(one.workUnit);
  const dueMs = Date.parse(one.dueUtc);
  let toMs = dueMs;
  if (next !== undefined && nextSpan !== undefined) {
    const transfer = one.route?.transferQuantity ?? one.plannedQuantity;
    const last = Math.min(transfer, next.plannedQuantity) * next.idealCycleSeconds * 1000;
    const latest = timeOf(next.workUnit).before(nextSpan.toMs, last);
    if (latest === undefined) return undefined;
    toMs = Math.min(dueMs, latest);
  }
  const fromMs = time.before(toMs, one.plannedQuantity * one.idealCycleSeconds * 1000);
  return fromMs === undefined ? undefined : { fromMs, toMs };
}
