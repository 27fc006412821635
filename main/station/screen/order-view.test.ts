import { describe, expect, test } from "vitest";
import { decideStart } from "../../../shared/domain/orders/decide.ts";
import { decideGood } from "../../../shared/domain/orders/decide-quantity.ts";
import type { JobOrder } from "../../../shared/domain/orders/job-order.ts";
import {
  freshAge,
  freshHistory,
  type History,
  instantAt,
  record,
  wait,
} from "../../../shared/domain/testing/history.ts";
import { sampleMasterData as master, WORK_UNIT } from "../../../shared/domain/testing/sample-plant.ts";
import { activeOrderView, queueView } from "./order-view.ts";

const RUN_MS = 100_000;

/** Order 4720, counted by its operator, running for 100 s. */
function running(): History {
  const started = decideStart(
    { state: freshHistory.state, master },
    {
      age: freshAge,
      jobOrderId: "4720",
      workUnit: WORK_UNIT,
      activeOrder: null,
    },
  );
  if (!started.ok) throw new Error(`refused: ${started.refusal.code}`);
  return wait(record(freshHistory, started.value, "P-1001"), RUN_MS);
}

function viewWith(good: number) {
  const history = running();
  const booked = decideGood(history.state, master, { quantity: good, source: "pad" });
  if (!booked.ok) throw new Error(`refused: ${booked.refusal.code}`);
  const { state, nowMs } = record(history, booked.value, "P-1001");
  return activeOrderView({ state, master }, { at: instantAt(nowMs) });
}

describe("time per piece", () => {
  test("it is the run time over the good pieces, beside what the plan allows", () => {
    const planned = master["job-order"].get("4720")?.idealCycleSeconds;
    expect(viewWith(10)).toMatchObject({ secondsPerPiece: 10, plannedSecondsPerPiece: planned });
  });

  test("of four pieces nothing is concluded: the first ones are slow everywhere", () => {
    expect(viewWith(4)?.secondsPerPiece).toBeNull();
    expect(viewWith(5)?.secondsPerPiece).toBe(20);
  });
});

test("the target ends with what is planned, also where the planner cut it", () => {
  const late = wait(running(), 100 * RUN_MS);
  const planned = master["job-order"].get("4720")?.plannedQuantity;
  expect(activeOrderView({ state: late.state, master }, { at: instantAt(late.nowMs) })).toMatchObject({
    targetNow: planned,
  });
});

test("OR-12 the queue of the station stands as the planner placed it, the rest by priority and due time", () => {
  const of = (jobOrderId: string, change: Partial<JobOrder>): [string, JobOrder] => {
    const order = master["job-order"].get("4712");
    if (order === undefined) throw new Error("The sample plant has order 4712");
    return [jobOrderId, { ...order, jobOrderId, ...change }];
  };
  const orders = new Map([
    of("A", { priority: 5, dueUtc: "2026-12-03T12:00:00.000Z" }),
    of("B", { priority: 5, dueUtc: "2026-12-02T12:00:00.000Z" }),
    of("C", { priority: 1 }),
    of("D", { priority: 9, queueNumber: 2 }),
    of("E", { priority: 9, queueNumber: 1 }),
  ]);
  const around = { ...freshAge, gaugeIds: [], activeProgram: null };
  const known = { state: freshHistory.state, master: { ...master, "job-order": orders } };
  const queue = queueView({ known, workUnit: WORK_UNIT, around });
  expect(queue.map(({ jobOrderId }) => jobOrderId)).toEqual(["E", "D", "C", "B", "A"]);
});
