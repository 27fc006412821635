import { describe, expect, test } from "vitest";
import type { Result } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import type { MasterData } from "../master-data.ts";
import type { Refusal } from "../refusal.ts";
import { emptyState } from "../station-state.ts";
import { freshAge, freshHistory, type History, record, wait } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decidePause, decideResume, decideStart } from "./decide.ts";
import { decideUndo } from "./decide-undo.ts";
import type { JobOrder } from "./job-order.ts";
import { decidePauseAll, decideResumeAll } from "./pause-together.ts";
import { begunIn } from "./rework-begun.ts";
import { stateAt } from "./work-place.ts";

const ORDERS = ["4711", "4712"];
const family = plant({ setId: "TOOL-7" });

function plant(change: Partial<JobOrder>): MasterData {
  const orders = new Map(sampleMasterData["job-order"]);
  for (const id of ORDERS) {
    const order = orders.get(id);
    if (order !== undefined) orders.set(id, { ...order, ...change });
  }
  return { ...sampleMasterData, "job-order": orders };
}

function done(history: History, decided: Result<readonly Draft[], Refusal>): History {
  if (!decided.ok) throw new Error(decided.refusal.code);
  return record(history, decided.value, "P-1001");
}
const known = ({ state }: History, master = family) => ({ state, master });
const begin = (history: History, jobOrderId: string, activeOrder: "together" | null, phase?: "set-up") =>
  decideStart(known(history), { jobOrderId, activeOrder, phase, workUnit: WORK_UNIT, age: freshAge });

function together(phase?: "set-up"): History {
  const first = done(freshHistory, begin(freshHistory, "4711", null));
  return wait(done(first, begin(first, "4712", "together", phase)), 60_000);
}
const paused = (history = together()) => done(history, decidePauseAll(known(history), "pause-1"));
const states = ({ state }: History) => ORDERS.map((id) => state.jobOrder.get(id)?.state);
const undo = (history: History, eventId: string, ageMs: number) =>
  decideUndo({ ...known(history), isBegunHere: begunIn(history.state) }, { eventId, ageMs });
const lastPause = ({ events }: History): string => {
  const pause = events.filter(({ type }) => type === "order.paused").at(-1);
  if (pause === undefined) throw new Error("no pause");
  return pause.eventId;
};

describe("orders that run together are paused and brought back by one key", () => {
  test("SE-17 one reason pauses all of them, the machine's stop has it, and the time stops for all", () => {
    const history = paused();
    expect(states(history)).toEqual(["paused", "paused"]);
    const pauses = history.events.filter(({ type }) => type === "order.paused");
    expect(pauses.map(({ jobOrder, payload }) => [jobOrder, payload])).toEqual(
      ORDERS.map((id) => [id, { reasonCode: "pause-1", together: ORDERS }]),
    );
    expect([...history.state.stop.values()].map(({ reasonCode }) => reasonCode)).toEqual(["pause-1"]);
    const later = wait(history, 600_000);
    const back = done(later, decideResumeAll(known(later)));
    expect(ORDERS.map((id) => back.state.jobOrder.get(id)?.runMs)).toEqual([30_000, 30_000]);
  });

  test("SE-17 one key brings back all of them, each to what it was at", () => {
    const history = paused(together("set-up"));
    expect(states(done(history, decideResumeAll(known(history))))).toEqual(["running", "setting-up"]);
  });

  test("SE-17 what the planner took back meanwhile stays, and no order is brought back that was paused by itself", () => {
    const both = together();
    const alone = {
      ...both,
      state: stateAt(both.state, { workUnit: WORK_UNIT, jobOrderId: "4711" }, [WORK_UNIT]),
    };
    const one = done(both, decidePause(known(alone), "pause-1"));
    const other = done(one, decidePauseAll(known(one), "pause-1"));
    expect(states(done(other, decideResumeAll(known(other))))).toEqual(["paused", "running"]);
    const cancelled = plant({ setId: "TOOL-7", status: "cancelled" });
    expect(decideResumeAll(known(paused(), cancelled))).toMatchObject({
      refusal: { code: "order-cancelled" },
    });
  });

  test("SE-17 nothing at work, or an unknown reason: refused, and nothing is paused", () => {
    expect(decidePauseAll(known(paused()), "pause-1")).toMatchObject({
      refusal: { code: "no-order-active" },
    });
    expect(decidePauseAll(known(together()), "none")).toMatchObject({ refusal: { code: "unknown-reason" } });
  });

  test("SE-18 undo of either pause brings back all of them, for ten seconds and not once they went on", () => {
    const history = paused();
    for (const { type, eventId } of history.events)
      if (type === "order.paused")
        expect(states(done(history, undo(history, eventId, 9_999)))).toEqual(["running", "running"]);
    expect(undo(history, lastPause(history), 10_001)).toMatchObject({ refusal: { code: "undo-too-late" } });
    const back = done(history, decideResumeAll(known(history)));
    expect(undo(back, lastPause(history), 0)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
    const again = done(back, decidePauseAll(known(back), "pause-1"));
    expect(undo(again, lastPause(history), 0)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
  });

  test("SE-18 taken back, the pause took no time: the orders have it as if they had gone on", () => {
    const history = wait(paused(together("set-up")), 7_001);
    const back = wait(done(history, undo(history, lastPause(history), 7_001)), 2_000);
    const { state } = done(back, decidePauseAll(known(back), "pause-1"));
    const times = ORDERS.map((id) => state.jobOrder.get(id));
    expect(times.map((one) => [one?.runMs, one?.setUpMs])).toEqual([
      [30_000 + 3_501 + 1_000, 0],
      [0, 30_000 + 3_500 + 1_000],
    ]);
    expect([...state.stop.values()].map(({ durationMs }) => durationMs)).toEqual([0, null]);
  });

  test("SE-18 one went on by itself meanwhile: the time since is its own, and is not given out twice", () => {
    const history = wait(paused(), 4_000);
    const at = { workUnit: WORK_UNIT, jobOrderId: "4711" };
    const alone = { ...history, state: stateAt(history.state, at, [WORK_UNIT]) };
    const one = wait(done(history, decideResume(known(alone))), 3_000);
    const back = done(one, undo(one, lastPause(one), 7_000));
    expect(states(back)).toEqual(["running", "running"]);
    expect(ORDERS.map((id) => back.state.jobOrder.get(id)?.runMs)).toEqual([33_000, 30_000]);
  });

  test("SE-18 a pause of one order has no undo: its key to go on is there", () => {
    const one = done(freshHistory, begin(freshHistory, "4711", null));
    const history = done(one, decidePauseAll(known(one), "pause-1"));
    expect(undo(history, lastPause(history), 0)).toMatchObject({ refusal: { code: "nothing-to-undo" } });
    expect(decideResume(known(history))).toMatchObject({ ok: true });
  });

  test("I-5 SE-17 folded from the journal it is the same", () => {
    const history = paused();
    expect(evolveAll(emptyState(), history.events).state).toEqual(history.state);
  });
});
