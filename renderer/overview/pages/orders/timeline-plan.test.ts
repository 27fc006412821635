import { describe, expect, test } from "vitest";
import type { TimelineOperation } from "../../../../shared/protocol/order-outlook.ts";
import { minutesAgo, NOW_MS } from "../../testing/examples.ts";
import { planTimeline } from "./timeline-plan.ts";

const operation = (jobOrderId: string, change: Partial<TimelineOperation>): TimelineOperation => ({
  ...{ jobOrderId, operation: jobOrderId, done: null, forecast: null, latest: null },
  ...change,
});
const ready = (start: number, from: number, at: number, to: number): TimelineOperation["forecast"] => ({
  kind: "ready",
  startUtc: minutesAgo(-start),
  readyUtc: minutesAgo(-at),
  fromUtc: minutesAgo(-from),
  toUtc: minutesAgo(-to),
  basis: "measured",
});
const plan = (operations: TimelineOperation[], dueInMinutes: number) =>
  planTimeline({
    timeline: { measuredSecondsPerPiece: null, standardSecondsPerPiece: 60, operations },
    jobOrderId: "B",
    nowMs: NOW_MS,
    dueMs: NOW_MS + dueInMinutes * 60_000,
    widthPx: 1_000,
  });

describe("3.2 timeline", () => {
  const operations = [
    operation("A", { done: { fromUtc: minutesAgo(300), toUtc: minutesAgo(200) } }),
    operation("B", {
      done: { fromUtc: minutesAgo(200), toUtc: minutesAgo(0) },
      forecast: ready(-200, 80, 100, 130),
      latest: { fromUtc: minutesAgo(180), toUtc: minutesAgo(-120) },
    }),
    operation("C", { forecast: ready(100, 120, 140, 170) }),
  ];

  test("3.2 worked ends where expected begins, at now; what waits begins when the one before is ready", () => {
    const { rows, nowX } = plan(operations, 200);
    const [a, b, c] = rows;
    expect(a).toMatchObject({ done: { look: "over" }, expected: null, ready: null, isOpen: false });
    expect(b?.isOpen).toBe(true);
    expect((b?.done?.x ?? 0) + (b?.done?.width ?? 0)).toBeCloseTo(nowX, 0);
    expect(b?.expected).toMatchObject({ x: nowX, isBegun: true });
    expect(c?.expected).toMatchObject({ x: b?.ready?.x, isBegun: false });
    expect(b?.ready?.from).toBeLessThan(b?.ready?.x ?? 0);
    expect(b?.ready?.to).toBeGreaterThan(b?.ready?.x ?? 0);
  });

  test("3.2 everything lies on the axis, and so does a due time that is near", () => {
    const { rows, due } = plan(operations, 200);
    expect(due).toBeGreaterThan(rows.at(-1)?.ready?.x ?? 0);
    for (const { done, expected, latest } of rows)
      for (const bar of [done, expected, latest])
        if (bar !== null) expect(bar.x >= 0 && bar.x + bar.width <= 1_000).toBe(true);
  });

  test("3.2 a due time far away leaves the axis to what was worked and is expected", () => {
    const near = plan(operations, 200);
    const far = plan(operations, 14 * 1_440);
    expect(far.due).toBe("after");
    expect(plan(operations, -14 * 1_440).due).toBe("before");
    expect(far.toMs).toBeLessThanOrEqual(near.toMs);
  });

  test("3.2 what is paused is not drawn as running, and what nobody hears of as neither", () => {
    const done = { fromUtc: minutesAgo(60), toUtc: minutesAgo(0) };
    const looks = (["paused", "machine-stopped", "offline"] as const).map((why) => {
      const forecast = { kind: "not-known", why, sinceUtc: null, about: null } as const;
      return plan([operation("B", { done, forecast })], 60).rows[0]?.done?.look;
    });
    expect(looks).toEqual(["waiting", "waiting", "unknown"]);
    const paused = { kind: "not-known", why: "paused", sinceUtc: minutesAgo(20), about: null } as const;
    const [row] = plan([operation("B", { done, forecast: paused })], 60).rows;
    expect([row?.done?.look, row?.halt?.look]).toEqual(["running", "waiting"]);
    expect(row?.halt?.x).toBeCloseTo((row?.done?.x ?? 0) + (row?.done?.width ?? 0), 0);
  });

  test("3.2 an order of which nothing is known has an axis of an hour", () => {
    const { rows, fromMs, toMs } = plan([operation("B", {})], 14 * 1_440);
    expect(rows[0]).toMatchObject({ done: null, expected: null, ready: null, latest: null });
    expect(toMs - fromMs).toBeGreaterThanOrEqual(3_600_000);
  });
});
