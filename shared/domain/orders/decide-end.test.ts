import { describe, expect, test } from "vitest";
import type { Known } from "../known.ts";
import { freshAge, freshHistory, type History, record } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { isEnded } from "./active-order.ts";
import { decideStart } from "./decide.ts";
import { decideAbort, decideFinish, decideFinishShort } from "./decide-end.ts";
import type { JobOrder } from "./job-order.ts";
import { goodQuantity } from "./job-order-progress.ts";
import { obeyPlanner } from "./obey-planner.ts";

const ID = "4720";

function known(history: History, change: Partial<JobOrder> = {}): Known {
  const orders = new Map(sampleMasterData["job-order"]);
  const order = orders.get(ID);
  if (order === undefined) throw new Error("no order");
  orders.set(ID, { ...order, ...change });
  return { state: history.state, master: { ...sampleMasterData, "job-order": orders } };
}

const begin = (age = freshAge): ReturnType<typeof decideStart> =>
  decideStart(known(freshHistory), { jobOrderId: ID, workUnit: WORK_UNIT, activeOrder: null, age });

/** Order 4720 of 150, running, with so many good pieces. */
function made(good: number): History {
  const started = begin();
  if (!started.ok) throw new Error(started.refusal.code);
  const payload = { good, scrap: 2, rework: 0, reasonCode: null, source: "pad" as const };
  const lead = { personId: "P-1003", method: "badge" as const };
  return record(freshHistory, [
    { type: "person.signed-in", jobOrder: null, payload: lead },
    ...started.value,
    { type: "quantity.reported", jobOrder: ID, payload },
  ]);
}

describe("how an order ends", () => {
  test("OR-5 8 of 10 is not 10: without a reason it does not end, with one the missing pieces are on the event", () => {
    const history = made(142);
    expect(decideFinish(known(history))).toMatchObject({
      ok: false,
      refusal: { code: "order-short", details: { missing: "8" } },
    });
    expect(decideFinishShort(known(history), "short-1")).toMatchObject({
      ok: true,
      value: [
        {
          type: "order.finished",
          payload: { good: 142, scrap: 2, short: { missing: 8, reasonCode: "short-1" } },
        },
      ],
    });
    expect(decideFinish(known(made(150)))).toMatchObject({ ok: true });
  });

  test("OR-5 a lead gives it up, and what was made stays booked", () => {
    const history = made(40);
    const aborted = decideAbort(known(history), "abort-1");
    if (!aborted.ok) throw new Error(aborted.refusal.code);
    const after = record(history, aborted.value, "P-1003");
    const progress = after.state.jobOrder.get(ID);
    expect(progress).toMatchObject({ state: "aborted", reportedGood: 40, scrap: 2 });
    expect(isEnded(after.state, ID)).toBe(true);
  });

  test.each([
    ["cancelled", { type: "order.finished", payload: { short: { missing: 110, reasonCode: "planner" } } }],
    ["aborted", { type: "order.aborted", payload: { missing: 110, reasonCode: "planner" } }],
  ] as const)(
    "OR-5 O4 %s while it runs, it is closed without asking why, and keeps its pieces",
    (status, event) => {
      const history = made(40);
      const told = record(history, obeyPlanner(known(history, { status })));
      expect(told.state.jobOrder.get(ID)).toMatchObject({ state: "held", held: { cause: status } });
      const closed = decideFinish(known(told, { status }));
      expect(closed).toMatchObject({ ok: true, value: [event] });
      if (!closed.ok) return;
      const after = record(told, closed.value).state.jobOrder.get(ID);
      expect(after === undefined ? 0 : goodQuantity(after)).toBe(40);
    },
  );

  test("OR-6 O5 cut below what was made: nothing is missing, nothing is lost, it ends without a reason", () => {
    const history = made(40);
    const change = { plannedQuantity: 30 };
    const told = record(history, obeyPlanner(known(history, change)));
    expect(told.events.at(-1)).toMatchObject({
      type: "order.plan-changed",
      payload: { plannedQuantity: 30, was: 150, good: 40 },
    });
    expect(decideFinish(known(told, change))).toMatchObject({ ok: true, value: [{ payload: { good: 40 } }] });
  });

  test("OR-4 an order that waits beside the machine is not put on it by a hold", () => {
    const history = made(1);
    const other = { jobOrderId: "4731", workUnit: WORK_UNIT, activeOrder: "pause", age: freshAge } as const;
    const second = decideStart(known(history), other);
    if (!second.ok) throw new Error(second.refusal.code);
    const both = record(history, second.value);
    const hold = { reason: "Q-7", sinceUtc: "2026-11-23T06:00:00.000Z" };
    const told = record(both, obeyPlanner(known(both, { hold })));
    expect(told.state.jobOrder.get(ID)?.state).toBe("held");
    expect([...told.state.stop.values()].filter(({ endUtc }) => endUtc === null)).toEqual([]);
  });
});

describe("old data", () => {
  test("OR-9 an order started from a list that is long unconfirmed carries its age; a fresh one carries none", () => {
    const old = begin({ ...freshAge, dataOfUtc: "2026-11-23T05:00:00.000Z" });
    expect(old).toMatchObject({ ok: true, value: [{ payload: { staleDataMs: 3_600_000 } }] });
    expect(begin({ ...freshAge, dataOfUtc: null })).toMatchObject({
      ok: true,
      value: [{ payload: { staleDataMs: null } }],
    });
    const fresh = begin();
    expect(fresh.ok && fresh.value[0]?.payload).not.toHaveProperty("staleDataMs");
  });
});
