import { describe, expect, test } from "vitest";
import type { Known } from "../known.ts";
import { freshAge, freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decideStart } from "./decide.ts";
import { decideFinish } from "./decide-end.ts";
import { decideGood } from "./decide-quantity.ts";
import type { JobOrder } from "./job-order.ts";
import type { Upstream } from "./route.ts";
import { handsOn } from "./route-balance.ts";
import { suggestedQuantity } from "./upstream.ts";

const ID = "4720";
const NOW = freshAge.nowUtc;
const route = { productionOrderId: "P-1", sequence: 20, previousJobOrderId: "P-1-10", transferQuantity: 24 };
const operation = { number: "20", name: "Deburr" };
const before = { jobOrderId: "P-1-10", operation, workUnit: "CNC-1", plannedQuantity: 150 };

/** Order 4720 of 150 pieces as the second operation of a production order. */
function routed(change: Partial<Upstream>): JobOrder {
  const order = sampleMasterData["job-order"].get(ID);
  if (order === undefined) throw new Error("no order");
  const upstream = { handedOn: 0, returned: 0, isFinished: false, asOfUtc: NOW, ...change };
  return { ...order, route, upstream, earlierOperations: [before] };
}

function known(history: History, change: Partial<Upstream>): Known {
  const orders = new Map(sampleMasterData["job-order"]).set(ID, routed(change));
  return { state: history.state, master: { ...sampleMasterData, "job-order": orders } };
}

function start(change: Partial<Upstream>, age = freshAge): ReturnType<typeof decideStart> {
  return decideStart(known(freshHistory, change), {
    jobOrderId: ID,
    workUnit: WORK_UNIT,
    activeOrder: null,
    age,
  });
}

function running(good: number): History {
  const started = start({ handedOn: 24 });
  if (!started.ok) throw new Error(started.refusal.code);
  const payload = { good, scrap: 0, rework: 0, reasonCode: null, source: "pad" as const };
  const made = good === 0 ? [] : [{ type: "quantity.reported", jobOrder: ID, payload } as const];
  return record(freshHistory, [...started.value, ...made]);
}

const goodOf = (history: History, change: Partial<Upstream>, report: Parameters<typeof decideGood>[2]) =>
  decideGood(history.state, known(history, change).master, report);

describe("what the operation before has handed on", () => {
  test("RW-3 with nothing handed on a start is refused in words, with something it is not", () => {
    expect(start({ handedOn: 0 })).toMatchObject({
      ok: false,
      refusal: { code: "order-not-ready", details: { why: "upstream-nothing", about: "20" } },
    });
    expect(start({ handedOn: 24 })).toMatchObject({ ok: true });
    expect(start({ handedOn: 0, returned: 2 })).toMatchObject({ ok: true });
  });

  test("RW-3 OR-9 a station that has not heard of the MES starts all the same, and the age is on the event", () => {
    const age = { nowUtc: "2026-11-23T08:00:00.000Z", dataOfUtc: "2026-11-23T06:00:00.000Z" };
    expect(start({ handedOn: 0 }, age)).toMatchObject({
      ok: true,
      value: [{ type: "order.started", payload: { staleDataMs: 7_200_000 } }],
    });
  });

  test("RW-5 erpnext#56934 #59140 after a short operation what came is suggested, never the planned quantity", () => {
    const order = routed({ handedOn: 45, isFinished: true });
    expect(suggestedQuantity(order, undefined, sampleMasterData)).toBe(45);
    expect(suggestedQuantity(order, running(40).state.jobOrder.get(ID), sampleMasterData)).toBe(5);
  });

  test("RW-5 more than came is asked about once and booked when a person says so; a tap on one more is never asked", () => {
    const history = running(20);
    const came = { handedOn: 24 };
    expect(goodOf(history, came, { quantity: 5, source: "pad" })).toMatchObject({
      ok: false,
      refusal: { code: "more-than-handed-on", details: { left: "4" } },
    });
    expect(goodOf(history, came, { quantity: 5, source: "pad", confirmed: true })).toMatchObject({
      ok: true,
    });
    expect(goodOf(history, came, { quantity: 4, source: "pad" })).toMatchObject({ ok: true });
    expect(goodOf(running(24), came, { quantity: 1, source: "tile" })).toMatchObject({ ok: true });
  });

  test("RW-5 erpnext#54955 #57892 pieces lost before are not missing here: nobody is asked why", () => {
    const history = running(145);
    const finish = (change: Partial<Upstream>) => decideFinish(known(history, change));
    expect(finish({ handedOn: 145, isFinished: true })).toMatchObject({
      ok: true,
      value: [
        { type: "order.finished", payload: { good: 145, short: { missing: 5, reasonCode: "upstream" } } },
      ],
    });
    expect(finish({ handedOn: 146, isFinished: true })).toMatchObject({
      ok: false,
      refusal: { code: "order-short" },
    });
    expect(finish({ handedOn: 145, isFinished: false })).toMatchObject({
      ok: false,
      refusal: { code: "order-short" },
    });
  });

  test.each([
    [0, false, 24, 0],
    [23, false, 24, 0],
    [24, false, 24, 24],
    [71, false, 24, 48],
    [71, true, 24, 71],
    [149, false, null, 0],
    [150, false, null, 150],
    [155, false, 24, 155],
    [-3, true, 24, 0],
  ])(
    "RW-2 erpnext#55797 of %i good pieces, ended %s, handed on by %s: %i",
    (good, hasEnded, transferQuantity, handed) => {
      expect(handsOn({ good, hasEnded, transferQuantity, plannedQuantity: 150 })).toBe(handed);
    },
  );
});
