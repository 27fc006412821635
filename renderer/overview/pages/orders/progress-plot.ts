import type { GoodPoint } from "./good-over-time.ts";

/** Where the curve lies in a plot of `widthPx` x `heightPx`; y grows downwards. */
export interface ProgressPlot {
  readonly fromMs: number;
  readonly toMs: number;
  readonly topGood: number;
  /** Straight from one known count to the next; level after the last one. */
  readonly line: string;
  readonly area: string;
  readonly endXPx: number;
  readonly x: (atMs: number) => number;
  readonly y: (good: number) => number;
}

interface PlotSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Instants that the plot must show beside the curve itself. */
interface PlotSpan {
  readonly startedMs: number;
  readonly endMs: number;
  readonly dueMs: number;
  readonly planned: number;
}

/** A due time far away would squeeze the curve to a line; it is shown while it is within twice the run so far. */
const DUE_REACH = 2;

export function planProgressPlot(points: readonly GoodPoint[], span: PlotSpan, size: PlotSize): ProgressPlot {
  // A corrected start or end leaves its own entry outside of the run: only pieces show that there was work then.
  const made = points.filter(({ good }, index) => good !== (points[index - 1]?.good ?? 0));
  const firstMade = made[0];
  const lastMs = Math.max(span.endMs, made.at(-1)?.atMs ?? span.endMs);
  const fromMs = Math.min(span.startedMs, firstMade?.atMs ?? span.startedMs);
  const runMs = Math.max(60_000, span.endMs - fromMs);
  const isDueNear = span.dueMs > fromMs && span.dueMs - fromMs <= runMs * (1 + DUE_REACH);
  const toMs = isDueNear ? Math.max(fromMs + runMs, span.dueMs) : fromMs + runMs;
  const topGood = Math.max(span.planned, ...points.map((point) => point.good), 1);
  const x = (atMs: number): number => round(((atMs - fromMs) / (toMs - fromMs)) * size.widthPx);
  const y = (good: number): number => round(size.heightPx - (Math.max(0, good) / topGood) * size.heightPx);
  const steps = points
    .filter(({ atMs }) => atMs >= fromMs && atMs <= lastMs)
    .map((point) => `L${x(point.atMs)} ${y(point.good)}`)
    .join("");
  const endXPx = x(lastMs);
  const line = `M${x(fromMs)} ${y(0)}${steps}H${endXPx}`;
  return { fromMs, toMs, topGood, line, area: `${line}V${y(0)}Z`, endXPx, x, y };
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
