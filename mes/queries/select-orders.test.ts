import { describe, expect, test } from "vitest";
import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { OrderForecast } from "../../shared/domain/orders/order-forecast.ts";
import { matchesSearch } from "../../shared/domain/orders/search-text.ts";
import type { OrderFilter } from "../../shared/protocol/order-filters.ts";
import { jobOrder } from "../testing/test-mes.ts";
import type { OrderFacts } from "./order-facts.ts";
import { countOpen, selectOpen } from "./select-orders.ts";

const NOW_MS = Date.parse("2026-03-04T12:00:00.000Z");
const MINUTE_MS = 60_000;
const after = (minutes: number): string => new Date(NOW_MS + minutes * MINUTE_MS).toISOString();

function facts(
  order: Partial<JobOrder> & { readonly jobOrderId: string },
  state: OrderFacts["state"] = "released",
): OrderFacts {
  const startedUtc = state === "running" || state === "paused" ? after(-100) : null;
  const sums = { countAuthority: "machine", counted: 0, reportedGood: 0, scrap: 0, rework: 0 } as const;
  const one = jobOrder(order.jobOrderId, order);
  return {
    jobOrder: one,
    state,
    startedUtc,
    sinceUtc: null,
    sums,
    good: 0,
    stationIds: [],
    finishedUtc: null,
  };
}

const readyIn = (minutes: number): OrderForecast => {
  const readyMs = NOW_MS + minutes * MINUTE_MS;
  return { kind: "ready", startMs: NOW_MS, readyMs, fromMs: readyMs, toMs: readyMs, basis: "standard" };
};
const hold = { reason: "Q-7", sinceUtc: after(-10) };
const board = {
  nowMs: NOW_MS,
  open: [
    facts({ jobOrderId: "4731", dueUtc: after(300) }),
    facts({ jobOrderId: "4711", dueUtc: after(60) }, "running"),
    facts({ jobOrderId: "4715", dueUtc: after(-30) }, "paused"),
    facts({ jobOrderId: "4698", dueUtc: after(90), blockedBy: "Hold Q-118" }),
    facts({ jobOrderId: "4702", dueUtc: after(3 * 1_440), hold }, "held"),
    facts({ jobOrderId: "4680", dueUtc: after(2 * 1_440), workUnit: "PRESS-1" }),
  ],
  forecasts: new Map([
    ["4711", readyIn(80)],
    ["4731", readyIn(80)],
  ]),
};
const numbers = (filter: OrderFilter, search = "", workUnit: string | null = null): readonly string[] =>
  selectOpen(board, { filter, search, workUnit, timeZone: "UTC" }).map(({ jobOrder: one }) => one.jobOrderId);

describe("3.2 selection of orders", () => {
  test("3.2 open orders come by due time", () => {
    expect(numbers("all")).toEqual(["4715", "4711", "4698", "4731", "4680", "4702"]);
    expect(numbers("all", "", "PRESS-1")).toEqual(["4680"]);
  });

  test("3.2 late is what is overdue and what will be, by its forecast", () => {
    expect(numbers("late")).toEqual(["4715", "4711"]);
  });

  test("3.2 each filter shows its orders, and its count is their number", () => {
    expect(numbers("running")).toEqual(["4715", "4711"]);
    expect(numbers("blocked")).toEqual(["4698", "4702"]);
    expect(numbers("hold")).toEqual(["4702"]);
    expect(numbers("finished")).toEqual([]);
    expect(countOpen(board, "UTC")).toEqual({
      ...{ running: 2, late: 2, blocked: 2, hold: 1, today: 4, finished: 0, all: 6 },
    });
  });

  test("3.2 today ends at the midnight of the reader", () => {
    const inTokyo = { filter: "today", search: "", workUnit: null, timeZone: "Asia/Tokyo" } as const;
    // There it is nine in the evening, and 4731 is due in the night.
    expect(selectOpen(board, inTokyo).map(({ jobOrder: one }) => one.jobOrderId)).toEqual([
      "4715",
      "4711",
      "4698",
    ]);
  });

  test.each([
    ["4711", true],
    ["WO4711", true],
    ["flange 30", true],
    ["cnc-2  TURN", true],
    ["p-77", true],
    ["", true],
    ["4712", false],
    ["flange press", false],
  ])("3.2 search %j finds order 4711: %s", (search, isFound) => {
    const route = {
      productionOrderId: "P-77",
      sequence: 1,
      previousJobOrderId: null,
      transferQuantity: null,
    };
    expect(matchesSearch(jobOrder("4711", { route }), search)).toBe(isFound);
  });
});
