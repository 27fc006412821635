import { describe, expect, test } from "vitest";
import { shiftCalendarSchema } from "../shifts/shift-calendar.ts";
import { workedTime } from "../shifts/worked-time.ts";
import type { JobOrder } from "./job-order.ts";
import { latestSpans } from "./latest-spans.ts";
import { forecastOrders, type OpenOrder, type OrderForecast } from "./order-forecast.ts";
import { orderRisk } from "./order-risk.ts";
import { movedInQueue } from "./queue-order.ts";
import { jobOrder } from "./testing/job-order.ts";

const MINUTE_MS = 60_000;
const NOW_MS = Date.parse("2026-11-23T10:00:00.000Z");
const around = { nowMs: NOW_MS, timeOf: () => workedTime(null) };
const pace = { msPerPiece: MINUTE_MS, spreadMs: 10_000, bookings: 20, pieces: 20, sinceLastMs: 0 };

function open(order: Partial<JobOrder>, change: Partial<OpenOrder> = {}): OpenOrder {
  const nothingMade = { good: 0, scrap: 0, rework: 0, pace: null, measuredSetUpMs: null };
  const none = { startedMs: null, sinceMs: null, silence: null, ...nothingMade };
  return { order: jobOrder({ idealCycleSeconds: 60, ...order }), state: "released", ...none, ...change };
}

/** Minutes from now until ready, or why nobody can say. */
function ready(forecast: OrderForecast | undefined): number | string {
  if (forecast?.kind !== "ready") return forecast?.why ?? "none";
  return Math.round((forecast.readyMs - NOW_MS) / MINUTE_MS);
}

function readyOf(orders: readonly OpenOrder[], context = around): Readonly<Record<string, number | string>> {
  return Object.fromEntries([...forecastOrders(orders, context)].map(([id, one]) => [id, ready(one)]));
}

describe("OR-13 forecast", () => {
  test("OR-13 what runs takes its measured pace, what waits begins behind it at the standard", () => {
    const running = { state: "running", startedMs: NOW_MS, good: 70, pace } as const;
    const orders = [
      open({ jobOrderId: "A", plannedQuantity: 100 }, running),
      open({ jobOrderId: "B", plannedQuantity: 20, priority: 2 }),
      open({ jobOrderId: "C", plannedQuantity: 10, priority: 1 }),
      open({ jobOrderId: "D", plannedQuantity: 5, workUnit: "PRESS-1" }),
    ];
    expect(readyOf(orders)).toEqual({ A: 30, C: 40, B: 60, D: 5 });
    const [a, b] = ["A", "B"].map((id) => forecastOrders(orders, around).get(id));
    if (a?.kind !== "ready" || b?.kind !== "ready") throw new Error("Both are known");
    expect(a.fromMs).toBeLessThan(a.readyMs);
    expect(b.toMs - b.readyMs).toBe(a.toMs - a.readyMs);
    expect([a.fromMs, a.readyMs, a.toMs].every(Number.isInteger)).toBe(true);
    expect([a.basis, b.basis]).toEqual(["measured", "standard"]);
  });

  test("OR-13 pieces that will be lost are made as well", () => {
    const orders = [
      open({ jobOrderId: "A", plannedQuantity: 100 }, { state: "running", good: 50, scrap: 50 }),
    ];
    expect(readyOf(orders)).toEqual({ A: 100 });
  });

  test("OR-14 one that was not set up yet takes its set-up as well, and all that stand behind it wait for that", () => {
    const orders = [
      open({ jobOrderId: "A", plannedQuantity: 10, priority: 1, setUpSeconds: 1200 }),
      open({ jobOrderId: "B", plannedQuantity: 5, priority: 2 }),
    ];
    expect(readyOf(orders)).toEqual({ A: 30, B: 35 });
  });

  test("OR-14 measured set-ups overrule the planned one; what is set up has the rest of it left, what runs none", () => {
    const planned = { plannedQuantity: 10, setUpSeconds: 1200 };
    const ready1 = (change: Partial<OpenOrder>) => readyOf([open({ jobOrderId: "A", ...planned }, change)]).A;
    const begun = { startedMs: NOW_MS, sinceMs: NOW_MS - 8 * MINUTE_MS };
    expect(ready1({ measuredSetUpMs: 5 * MINUTE_MS })).toBe(15);
    expect(ready1({ ...begun, state: "setting-up" })).toBe(22);
    expect(ready1({ ...begun, state: "setting-up", measuredSetUpMs: 5 * MINUTE_MS })).toBe(10);
    expect(ready1({ ...begun, state: "running" })).toBe(10);
  });

  test("OR-14 the first pieces that the operation before hands on come after its set-up", () => {
    const route = { productionOrderId: "P", sequence: 10, previousJobOrderId: null, transferQuantity: 4 };
    const orders = [
      open({ jobOrderId: "A", plannedQuantity: 8, setUpSeconds: 600, route }),
      open({
        jobOrderId: "B",
        plannedQuantity: 8,
        workUnit: "PRESS-1",
        route: { ...route, sequence: 20, previousJobOrderId: "A", transferQuantity: null },
      }),
    ];
    expect(readyOf(orders)).toEqual({ A: 18, B: 22 });
  });

  const running = { state: "running", pace } as const;
  const hold = { reason: "Q-1", sinceUtc: "2026-11-23T09:00:00.000Z" };
  const cases: readonly (readonly [string, OpenOrder, string])[] = [
    ["paused", open({}, { state: "paused", pace }), "paused"],
    ["held while at work", open({}, { state: "held", pace }), "held"],
    ["held by the planner", open({ hold }), "held"],
    ["blocked", open({ blockedBy: "Tool T9 missing" }), "blocked"],
    ["out of contact", open({}, { ...running, silence: { why: "offline", sinceMs: 1 } }), "offline"],
    ["without signal", open({}, { ...running, silence: { why: "no-signal", sinceMs: 1 } }), "no-signal"],
    [
      "at a standstill",
      open({}, { ...running, silence: { why: "machine-stopped", sinceMs: 1 } }),
      "machine-stopped",
    ],
  ];
  test.each(cases)("OR-13 one that is %s has no forecast, and says why", (_, one, why) => {
    expect(ready(forecastOrders([one], around).get(one.order.jobOrderId))).toBe(why);
  });

  test("OR-13 behind one that nobody can tell of nothing is known; one that may not start is stepped over", () => {
    const orders = [
      open({ jobOrderId: "A" }, { state: "paused" }),
      open({ jobOrderId: "B" }),
      open({ jobOrderId: "C", workUnit: "P", priority: 1, blockedBy: "Tool" }),
      open({ jobOrderId: "D", workUnit: "P", priority: 2, plannedQuantity: 7 }),
      open({ jobOrderId: "E", workUnit: "Q", priority: 1, hold }, { state: "held" }),
      open({ jobOrderId: "F", workUnit: "Q", priority: 2, plannedQuantity: 8 }),
    ];
    expect(readyOf(orders)).toEqual({ A: "paused", B: "behind", C: "blocked", D: 7, E: "held", F: 8 });
  });

  test("OR-13 an operation waits for what the one before hands on, and ends after it", () => {
    const route = (sequence: number, previousJobOrderId: string | null, transferQuantity: number | null) => ({
      ...{ productionOrderId: "P", sequence, previousJobOrderId, transferQuantity },
    });
    const chain = (transfer: number | null) => [
      open({ jobOrderId: "A", workUnit: "A", plannedQuantity: 60, route: route(10, null, transfer) }),
      open({
        jobOrderId: "B",
        workUnit: "B",
        plannedQuantity: 60,
        route: route(20, "A", null),
        idealCycleSeconds: 30,
      }),
    ];
    expect(readyOf(chain(null))).toEqual({ A: 60, B: 90 });
    expect(readyOf(chain(20))).toEqual({ A: 60, B: 70 });
  });

  test("OR-13 orders that wait for each other end in not known, not in a circle", () => {
    const route = (previousJobOrderId: string) => ({
      ...{ productionOrderId: "P", sequence: 1, previousJobOrderId, transferQuantity: null },
    });
    const orders = [
      open({ jobOrderId: "A", route: route("B") }),
      open({ jobOrderId: "B", workUnit: "B", route: route("A") }),
    ];
    expect(readyOf(orders)).toEqual({ A: "waits-for", B: "waits-for" });
  });

  test("OR-13 time outside of shifts does not count; a calendar without shifts makes nothing known", () => {
    const shift = { shiftCode: "E", name: { en: "Early" }, from: "06:00", to: "14:00", breaks: [] };
    const calendar = { shiftCalendarId: "C", workUnits: null, timeZone: "UTC" };
    const early = shiftCalendarSchema.parse({ ...calendar, week: [{ ...shift, days: [1, 2] }] });
    const context = { nowMs: NOW_MS, timeOf: () => workedTime(early) };
    // Four hours today, the rest from six tomorrow; NOW is a Monday.
    expect(readyOf([open({ jobOrderId: "A", plannedQuantity: 300 })], context)).toEqual({ A: 20 * 60 + 60 });
    const never = { ...early, week: [], exceptions: [] };
    const closed = { nowMs: NOW_MS, timeOf: () => workedTime(never) };
    expect(readyOf([open({ jobOrderId: "A" })], closed)).toEqual({ A: "no-shift" });
  });
});

describe("OR-13 risk", () => {
  const known = (from: number, at: number, to: number): OrderForecast => ({
    ...{ kind: "ready", startMs: 0, basis: "measured", fromMs: from, readyMs: at, toMs: to },
  });
  const unknown: OrderForecast = { kind: "not-known", why: "paused", sinceMs: null, about: null };
  test.each([
    ["the worst case in time", known(110, 120, 130), 140, null, { kind: "on-time" }],
    ["only the worst case too late", known(110, 120, 130), 125, null, { kind: "may-be-late", byMs: 5 }],
    ["the median too late", known(110, 120, 130), 115, null, { kind: "may-be-late", byMs: 15 }],
    ["the best case too late", known(110, 120, 130), 105, null, { kind: "late", byMs: 15 }],
    ["overdue and nobody knows", unknown, 90, null, { kind: "late", byMs: 10 }],
    ["overdue and blocked", unknown, 90, "Tool", { kind: "late", byMs: 10 }],
    ["blocked", unknown, 200, "Tool", { kind: "blocked", because: "Tool" }],
    ["not known", unknown, 200, null, { kind: "not-known" }],
  ] as const)("OR-13 %s", (_, forecast, dueMs, blockedBy, risk) => {
    expect(orderRisk({ forecast, dueMs, blockedBy, nowMs: 100 })).toEqual(risk);
  });
});

test("OR-13 the latest times lie one behind the other and end by the due time", () => {
  const due = { dueUtc: "2026-11-23T14:00:00.000Z", idealCycleSeconds: 60, plannedQuantity: 60 };
  const route = { productionOrderId: "P", transferQuantity: null };
  const operations = [
    jobOrder({ ...due, jobOrderId: "A", route: { ...route, sequence: 10, previousJobOrderId: null } }),
    jobOrder({ ...due, jobOrderId: "B", route: { ...route, sequence: 20, previousJobOrderId: "A" } }),
  ];
  const spans = [...latestSpans(operations, () => workedTime(null))].map(([id, { fromMs, toMs }]) =>
    [id, ...[fromMs, toMs].map((ms) => new Date(ms).toISOString().slice(11, 16))].join(" "),
  );
  expect(spans).toEqual(["B 13:00 14:00", "A 12:00 13:00"]);
});

describe("OR-12 queue", () => {
  const queue = [
    jobOrder({ jobOrderId: "A", priority: 1 }),
    jobOrder({ jobOrderId: "B", priority: 2 }),
    jobOrder({ jobOrderId: "C", priority: 3 }),
  ];
  test.each([
    ["B", "up", { B: 1, A: 2 }],
    ["B", "down", { A: 1, C: 2, B: 3 }],
    ["A", "up", {}],
    ["C", "down", {}],
    ["D", "up", {}],
  ] as const)(
    "OR-12 %s moved %s: those before it keep their order by numbers of their own",
    (id, to, numbers) => {
      expect(Object.fromEntries(movedInQueue(queue, id, to))).toEqual(numbers);
    },
  );

  test("OR-12 there and back again is the order of before, and only the two change", () => {
    const placed = queue.map((order, index) => ({ ...order, queueNumber: index + 1 }));
    const once = movedInQueue(placed, "B", "down");
    expect(Object.fromEntries(once)).toEqual({ B: 3, C: 2 });
    const after = placed.map((order) => ({
      ...order,
      queueNumber: once.get(order.jobOrderId) ?? order.queueNumber,
    }));
    expect(Object.fromEntries(movedInQueue(after, "B", "up"))).toEqual({ B: 2, C: 3 });
  });
});
