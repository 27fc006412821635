import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import { evolveAll } from "../evolve.ts";
import { decideCounterReading } from "../machines/decide-count.ts";
import { countRuleSchema, machineMappingSchema } from "../machines/mapping.ts";
import type { MasterData } from "../master-data.ts";
import { emptyState } from "../station-state.ts";
import { freshAge, freshHistory, type History, instantAt, record, wait } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decidePause, decideStart } from "./decide.ts";
import { decideFinish } from "./decide-end.ts";
import type { JobOrder } from "./job-order.ts";
import { goodQuantity } from "./job-order-progress.ts";
import { stateAt } from "./work-place.ts";

const OPERATOR = "P-1001";
const LEAD = "P-1003";
const UNITS = [WORK_UNIT] as const;

/** 4711 and 4712, both counted by the machine, as the planner wants them for this test. */
function plant(left: Partial<JobOrder> = {}, right: Partial<JobOrder> = {}): MasterData {
  const orders = new Map(sampleMasterData["job-order"]);
  for (const [id, change] of [["4711", left] as const, ["4712", right] as const]) {
    const order = orders.get(id);
    if (order === undefined) throw new Error(id);
    orders.set(id, { ...order, ...change });
  }
  return { ...sampleMasterData, tool: new Map(), "job-order": orders };
}
const family = (weights: readonly [number, number] = [1, 1]): MasterData =>
  plant({ setId: "TOOL-7", piecesPerCycle: weights[0] }, { setId: "TOOL-7", piecesPerCycle: weights[1] });

const signIn = (personId: string): Draft => ({
  type: "person.signed-in",
  jobOrder: null,
  payload: { personId, method: "badge" },
});
const here = (personId: string): History => record(freshHistory, [signIn(personId)], personId);

type How = "together" | "pause" | "finish" | null;
const start = (history: History, master: MasterData, jobOrderId: string, activeOrder: How = null) =>
  decideStart(
    { state: history.state, master },
    { jobOrderId, activeOrder, workUnit: WORK_UNIT, age: freshAge },
  );
function started(history: History, master: MasterData, jobOrderId: string, how: How = null): History {
  const decided = start(history, master, jobOrderId, how);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return record(history, decided.value, OPERATOR);
}
/** Both run together. */
function together(master: MasterData, personId = OPERATOR): History {
  return started(started(here(personId), master, "4711"), master, "4712", "together");
}

const mapping = machineMappingSchema.parse({
  machineId: "lathe",
  name: "Lathe",
  workUnit: WORK_UNIT,
  endpointUrl: "opc.tcp://lathe:4840",
  signals: [{ signalId: "count", node: "nsu=urn:m;s=Count", meaning: "count-total" }],
});
/** The counter is read; ten seconds have passed. */
function reads(history: History, master: MasterData, value: number, piecesPerCount = 1): History {
  const later = wait(history, 10_000);
  const [signal] = mapping.signals;
  if (signal === undefined) throw new Error("No signal");
  const drafts = decideCounterReading(
    { state: later.state, master },
    { value, statusCode: 0, sourceUtc: null },
    {
      at: instantAt(later.nowMs),
      machine: mapping,
      signal,
      rule: countRuleSchema.parse({ piecesPerCount }),
      workUnits: UNITS,
    },
  );
  return record(later, drafts);
}
const progress = (history: History, id: string) => {
  const found = history.state.jobOrder.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const good = (history: History) => ["4711", "4712"].map((id) => goodQuantity(progress(history, id)));
const stateOf = (history: History) => ["4711", "4712"].map((id) => progress(history, id).state);

describe("two orders on one machine", () => {
  test("SE-12 one order at a time stays the rule: without the word together the second one is asked about", () => {
    const one = started(here(OPERATOR), family(), "4711");
    expect(start(one, family(), "4712")).toMatchObject({ refusal: { code: "another-order-active" } });
    expect(stateOf(started(one, family(), "4712", "pause"))).toEqual(["paused", "running"]);
  });

  test("SE-12 orders of one set run together; orders of none only when a lead says so", () => {
    expect(stateOf(together(family()))).toEqual(["running", "running"]);
    const alone = started(here(OPERATOR), plant(), "4711");
    expect(start(alone, plant(), "4712", "together")).toMatchObject({ refusal: { code: "lead-only" } });
    const other = plant({ setId: "TOOL-7" }, { setId: "TOOL-8" });
    const ofOther = started(here(OPERATOR), other, "4711");
    expect(start(ofOther, other, "4712", "together")).toMatchObject({ refusal: { code: "lead-only" } });
    expect(stateOf(together(plant(), LEAD))).toEqual(["running", "running"]);
  });

  test("SE-12 erpnext#55006 frappe#41652 one worker begins, pauses and ends each of them by itself", () => {
    const master = family();
    const both = together(master);
    const at = (id: string) => ({
      state: stateAt(both.state, { workUnit: WORK_UNIT, jobOrderId: id }, UNITS),
      master,
    });
    const paused = decidePause(at("4711"), "pause-1");
    if (!paused.ok) throw new Error(paused.refusal.code);
    const after = record(both, paused.value, OPERATOR);
    expect(stateOf(after)).toEqual(["paused", "running"]);
    // The machine goes on: nobody owes a reason for a stop that there was not.
    expect([...after.state.stop.values()]).toEqual([]);
    expect(decideFinish(at("4712"))).toMatchObject({
      refusal: { code: "order-short", details: { order: "4712" } },
    });
  });

  test("SE-12 EOS IDEAS#710 a third one with pause or finish makes room for itself alone", () => {
    const master = family();
    const third = started(together(master), master, "4731", "pause");
    expect(stateOf(third)).toEqual(["paused", "paused"]);
    expect(progress(third, "4731").state).toBe("running");
    const short = start(together(master), master, "4731", "finish");
    expect(short).toMatchObject({ refusal: { code: "order-short", details: { order: "4711" } } });
  });

  test.each([
    [[1, 1] as const, 2, [10, 10]],
    [[2, 1] as const, 3, [20, 10]],
  ])("SE-13 a family tool of %j: each cycle gives each order its pieces", (weights, piecesPerCount, made) => {
    const master = family(weights);
    const counted = reads(reads(together(master), master, 100, piecesPerCount), master, 110, piecesPerCount);
    expect(good(counted)).toEqual(made);
    const entries = counted.events.filter(({ type }) => type === "parts.counted");
    const cycles = entries.map((event) => (event.type === "parts.counted" ? event.payload.cycles : 0));
    expect(cycles.reduce((sum, one) => sum + one, 0)).toBe(10);
  });

  test("SE-13 who joins or leaves: until then the others' pieces are theirs, from then on they are shared", () => {
    const master = family();
    const alone = reads(reads(started(here(OPERATOR), master, "4711"), master, 0), master, 7);
    const both = reads(started(alone, master, "4712", "together"), master, 17);
    expect(good(both)).toEqual([12, 5]);
    const at = { state: stateAt(both.state, { workUnit: WORK_UNIT, jobOrderId: "4711" }, UNITS), master };
    const paused = decidePause(at, "pause-1");
    if (!paused.ok) throw new Error(paused.refusal.code);
    expect(good(reads(record(both, paused.value, OPERATOR), master, 20))).toEqual([12, 8]);
  });

  test("SE-13 sums over the orders are counts times factor at every moment, live and folded from the journal", () => {
    const step = fc.record({ count: fc.nat({ max: 30 }), move: fc.constantFrom("none", "pause", "join") });
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
        fc.integer({ min: 1, max: 5 }),
        fc.array(step, { maxLength: 25 }),
        (weights, factor, steps) => {
          const master = family(weights);
          let history = reads(together(master), master, 0, factor);
          let counter = 0;
          for (const { count, move } of steps) {
            const decided = moved(history, master, move);
            if (decided !== undefined) history = record(history, decided, OPERATOR);
            counter += count;
            history = reads(history, master, counter, factor);
            const [left = 0, right = 0] = good(history);
            expect(left + right).toBe(counter * factor);
          }
          expect(evolveAll(emptyState(), history.events).state).toEqual(history.state);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("SE-14 EOS IDEAS#269 erpnext PR#38336 no overlap: set-up and run of all together is the time at the machine", () => {
    const action = fc.record({
      waitMs: fc.integer({ min: 0, max: 99_999 }),
      move: fc.constantFrom("none", "pause", "join"),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const master = family();
        let history = together(master);
        let busyMs = 0;
        for (const { waitMs, move } of actions) {
          const isBusy = stateOf(history).includes("running");
          busyMs += isBusy ? waitMs : 0;
          history = wait(history, waitMs);
          const decided = moved(history, master, move);
          if (decided !== undefined) history = record(history, decided, OPERATOR);
        }
        expect(spent(history)).toBe(busyMs);
      }),
    );
  });

  test("SE-14 two that run together for an hour have half an hour each", () => {
    const master = family();
    const hour = wait(together(master), 3_600_000);
    const at = { state: stateAt(hour.state, { workUnit: WORK_UNIT, jobOrderId: "4711" }, UNITS), master };
    const paused = decidePause(at, "pause-1");
    if (!paused.ok) throw new Error(paused.refusal.code);
    const after = record(hour, paused.value, OPERATOR);
    expect(["4711", "4712"].map((id) => progress(after, id).runMs)).toEqual([1_800_000, 1_800_000]);
  });
});

/** What was spent and what is being spent, over both orders. */
function spent(history: History): number {
  const both = ["4711", "4712"].map((id) => progress(history, id));
  const booked = both.reduce((sum, { runMs, setUpMs }) => sum + runMs + setUpMs, 0);
  const open = both.find(({ state }) => state === "running");
  if (open === undefined) return booked;
  return booked + history.nowMs - Number(BigInt(open.timesUpTo.monoNs) / 1_000_000n);
}

/** "pause": 4711 leaves; "join": it comes back beside 4712. */
function moved(history: History, master: MasterData, move: string): readonly Draft[] | undefined {
  const at = { state: stateAt(history.state, { workUnit: WORK_UNIT, jobOrderId: "4711" }, UNITS), master };
  if (move === "pause") {
    const paused = decidePause(at, "pause-1");
    return paused.ok ? paused.value : undefined;
  }
  if (move !== "join") return undefined;
  const joined = start(history, master, "4711", "together");
  return joined.ok ? joined.value : undefined;
}
