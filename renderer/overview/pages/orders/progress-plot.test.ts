import { describe, expect, test } from "vitest";
import { planProgressPlot } from "./progress-plot.ts";

const size = { widthPx: 100, heightPx: 50 };
const HOUR_MS = 3_600_000;
const span = { startedMs: 0, endMs: HOUR_MS, dueMs: 2 * HOUR_MS, planned: 100 };

describe("planProgressPlot", () => {
  test("runs from nothing at the start through the known counts to now", () => {
    const plot = planProgressPlot([{ atMs: HOUR_MS / 2, good: 50 }], span, size);
    expect(plot.line).toBe("M0 50L25 25H50");
    expect(plot.toMs).toBe(span.dueMs);
  });

  test("CR-10 the plot begins and ends at the corrected times: the entries of start and end are no work", () => {
    const points = [
      { atMs: -HOUR_MS, good: 0 },
      { atMs: HOUR_MS / 2, good: 50 },
      { atMs: 2 * HOUR_MS, good: 50 },
    ];
    expect(planProgressPlot(points, span, size).line).toBe("M0 50L25 25H50");
    // Pieces are facts: a correction of a time never hides them.
    const late = planProgressPlot([{ atMs: 2 * HOUR_MS, good: 50 }], { ...span, dueMs: 0 }, size);
    expect(late.line).toBe("M0 50L200 25H200");
  });

  test("a due time far away does not squeeze the curve", () => {
    const plot = planProgressPlot([], { ...span, dueMs: 100 * HOUR_MS }, size);
    expect(plot.toMs).toBe(HOUR_MS);
  });

  test("more than planned stays inside the plot, less than nothing on its floor", () => {
    const plot = planProgressPlot([{ atMs: HOUR_MS, good: 200 }], span, size);
    expect(plot.y(200)).toBe(0);
    expect(plot.y(-5)).toBe(50);
  });
});
