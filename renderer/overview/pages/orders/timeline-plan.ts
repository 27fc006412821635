import type { OrderTimeline, TimelineOperation } from "../../../../shared/protocol/order-outlook.ts";

/** From where to where a bar reaches, in pixels. */
interface Bar {
  readonly x: number;
  readonly width: number;
}

/** "unknown": begun, and nobody hears how it goes on. */
export type WorkedLook = "over" | "running" | "waiting" | "unknown";

export interface TimelineRow {
  readonly jobOrderId: string;
  readonly operation: string;
  readonly isOpen: boolean;
  /** Worked, as long as it is known to have been. */
  readonly done: (Bar & { readonly look: WorkedLook }) | null;
  /** From its interruption, or from when nobody heard of it any more, to now. */
  readonly halt: (Bar & { readonly look: WorkedLook }) | null;
  /** From now on, or from when it will begin. */
  readonly expected: (Bar & { readonly isBegun: boolean }) | null;
  /** When it will be ready, with the range. */
  readonly ready: { readonly x: number; readonly from: number; readonly to: number } | null;
  readonly latest: Bar | null;
}

export interface TimelinePlan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly nowX: number;
  /** "before" and "after": it lies beyond the axis. */
  readonly due: number | "before" | "after";
  readonly rows: readonly TimelineRow[];
  readonly x: (atMs: number) => number;
}

interface PlanSources {
  readonly timeline: OrderTimeline;
  readonly jobOrderId: string;
  readonly nowMs: number;
  readonly dueMs: number;
  readonly widthPx: number;
}

const LEAST_SPAN_MS = 3_600_000;
/** What lies further off than the rest is long would squeeze the rest to nothing. */
const REACH = 1;
/** Room at either end, as a share of the span. */
const MARGIN = 0.03;
/** A bar of no length still is one. */
const LEAST_BAR_PX = 3;

/** Where everything lies on a time axis that holds what was worked, what is expected, now, and the due time when it is near. */
export function planTimeline({ timeline, jobOrderId, nowMs, dueMs, widthPx }: PlanSources): TimelinePlan {
  const { fromMs, toMs } = axisOf(timeline.operations, nowMs, dueMs);
  const x = (atMs: number): number => round(((atMs - fromMs) / (toMs - fromMs)) * widthPx);
  const bar = (from: number, to: number): Bar | null => barBetween(x(from), x(to), widthPx);
  return {
    fromMs,
    toMs,
    nowX: x(nowMs),
    due: dueMs < fromMs ? "before" : dueMs > toMs ? "after" : x(dueMs),
    rows: timeline.operations.map((one) => rowOf(one, { jobOrderId, nowMs, x, bar })),
    x,
  };
}

interface Scale {
  readonly jobOrderId: string;
  readonly nowMs: number;
  readonly x: (atMs: number) => number;
  readonly bar: (fromMs: number, toMs: number) => Bar | null;
}

function rowOf(one: TimelineOperation, { jobOrderId, nowMs, x, bar }: Scale): TimelineRow {
  const { done, forecast, latest } = one;
  const { worked, halt } = workedBars(one, bar);
  const ready = forecast?.kind === "ready" ? forecast : null;
  const begins = ready === null ? nowMs : Math.max(nowMs, Date.parse(ready.startUtc));
  const expected = ready === null ? null : bar(begins, Date.parse(ready.readyUtc));
  return {
    jobOrderId: one.jobOrderId,
    operation: one.operation,
    isOpen: one.jobOrderId === jobOrderId,
    done: worked,
    halt,
    expected: expected === null ? null : { ...expected, isBegun: done !== null },
    ready:
      ready === null
        ? null
        : {
            x: x(Date.parse(ready.readyUtc)),
            from: x(Date.parse(ready.fromUtc)),
            to: x(Date.parse(ready.toUtc)),
          },
    latest: latest === null ? null : bar(Date.parse(latest.fromUtc), Date.parse(latest.toUtc)),
  };
}

/** One bar, or two where it is known since when it no longer runs. */
function workedBars(
  { done, forecast }: TimelineOperation,
  bar: Scale["bar"],
): { readonly worked: TimelineRow["done"]; readonly halt: TimelineRow["halt"] } {
  if (done === null) return { worked: null, halt: null };
  const look = lookOf(forecast);
  const [fromMs, toMs] = [Date.parse(done.fromUtc), Date.parse(done.toUtc)];
  const sinceMs = forecast?.kind === "not-known" ? Date.parse(forecast.sinceUtc ?? "") : Number.NaN;
  const looking = (from: number, to: number, as: WorkedLook): TimelineRow["done"] => {
    const drawn = bar(from, to);
    return drawn === null ? null : { ...drawn, look: as };
  };
  return sinceMs > fromMs && sinceMs < toMs
    ? { worked: looking(fromMs, sinceMs, "running"), halt: looking(sinceMs, toMs, look) }
    : { worked: looking(fromMs, toMs, look), halt: null };
}

function lookOf(forecast: TimelineOperation["forecast"]): WorkedLook {
  if (forecast === null) return "over";
  if (forecast.kind === "ready") return "running";
  const { why } = forecast;
  return why === "paused" || why === "held" || why === "machine-stopped" ? "waiting" : "unknown";
}

function axisOf(
  operations: readonly TimelineOperation[],
  nowMs: number,
  dueMs: number,
): { readonly fromMs: number; readonly toMs: number } {
  const instants = operations.flatMap(({ done, forecast }) => [
    ...(done === null ? [] : [done.fromUtc, done.toUtc]),
    ...(forecast?.kind === "ready" ? [forecast.startUtc, forecast.toUtc] : []),
  ]);
  const core = [nowMs, ...instants.map((utc) => Date.parse(utc))];
  let fromMs = Math.min(...core);
  let toMs = Math.max(...core, fromMs + LEAST_SPAN_MS);
  const reachMs = (toMs - fromMs) * REACH;
  const near = [dueMs, ...operations.flatMap(({ latest }) => latestEnds(latest))].filter(
    (atMs) => atMs >= fromMs - reachMs && atMs <= toMs + reachMs,
  );
  fromMs = Math.min(fromMs, ...near);
  toMs = Math.max(toMs, ...near);
  const roomMs = (toMs - fromMs) * MARGIN;
  return { fromMs: fromMs - roomMs, toMs: toMs + roomMs };
}

function latestEnds(latest: TimelineOperation["latest"]): readonly number[] {
  return latest === null ? [] : [Date.parse(latest.fromUtc), Date.parse(latest.toUtc)];
}

/** @returns null: it lies beyond the axis */
function barBetween(from: number, to: number, widthPx: number): Bar | null {
  if (to < 0 || from > widthPx) return null;
  const x = Math.max(0, from);
  return { x, width: Math.max(LEAST_BAR_PX, round(Math.min(widthPx, to) - x)) };
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
