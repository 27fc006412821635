import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accept, type Result } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import type { Refusal } from "../refusal.ts";
import { freshAge, freshHistory, type History, record, wait } from "../testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../testing/sample-plant.ts";
import { decideBeginRun, decidePause, decideResume, decideStart } from "./decide.ts";
import { decideAbort, decideFinish, decideFinishShort } from "./decide-end.ts";
import { decideGood } from "./decide-quantity.ts";
import type { JobOrder } from "./job-order.ts";
import { isMovement, type Movement, moveOf } from "./job-order-movement.ts";
import { goodQuantity } from "./job-order-progress.ts";
import { jobOrderMoves, jobOrderStates, moveJobOrder } from "./job-order-table.ts";
import { obeyPlanner } from "./obey-planner.ts";
import { standingOf } from "./order-standing.ts";

const ORDERS = ["4720", "4731"] as const;

type Decide = (known: Known) => Result<readonly Draft[], Refusal>;
type Planner = Partial<JobOrder>;

interface Step {
  readonly said: string;
  readonly decide: Decide;
}

const start = (
  jobOrderId: string,
  activeOrder: "pause" | "finish" | null,
  phase?: "set-up" | "run",
): Step => ({
  said: `start ${jobOrderId} ${activeOrder} ${phase}`,
  decide: (known) =>
    decideStart(known, { jobOrderId, activeOrder, phase, workUnit: WORK_UNIT, age: freshAge }),
});
const bySaid = (said: string, decide: Decide): Step => ({ said, decide });

const operator: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...ORDERS),
      fc.constantFrom("pause" as const, "finish" as const, null),
      fc.constantFrom("set-up" as const, "run" as const, undefined),
    )
    .map(([id, other, phase]) => start(id, other, phase)),
  fc
    .integer({ min: 1, max: 40 })
    .map((quantity) =>
      bySaid(`good ${quantity}`, ({ state, master }) =>
        decideGood(state, master, { quantity, source: "pad" }),
      ),
    ),
  fc.constantFrom(
    bySaid("run", decideBeginRun),
    bySaid("pause", (known) => decidePause(known, "pause-1")),
    bySaid("resume", decideResume),
    bySaid("finish", decideFinish),
    bySaid("finish short", (known) => decideFinishShort(known, "short-1")),
    bySaid("abort", (known) => decideAbort(known, "abort-1")),
  ),
);

const planner: fc.Arbitrary<{ readonly id: string; readonly change: Planner }> = fc.record({
  id: fc.constantFrom(...ORDERS),
  change: fc.constantFrom<Planner>(
    { hold: { reason: "Q-7", sinceUtc: "2026-11-23T06:00:00.000Z" } },
    { hold: null },
    { status: "cancelled" },
    { status: "aborted" },
    { status: "released" },
    { plannedQuantity: 10 },
    { plannedQuantity: 90 },
    { blockedBy: "operation 20" },
    { blockedBy: null },
  ),
});

const life = fc.array(fc.oneof({ weight: 4, arbitrary: operator }, { weight: 1, arbitrary: planner }), {
  maxLength: 60,
});

interface Plant {
  readonly history: History;
  readonly orders: ReadonlyMap<string, JobOrder>;
}

const fresh: Plant = {
  history: record(freshHistory, [
    { type: "person.signed-in", jobOrder: null, payload: { personId: "P-1003", method: "badge" } },
  ]),
  orders: sampleMasterData["job-order"],
};
const knownOf = ({ history, orders }: Plant): Known => ({
  state: history.state,
  master: { ...sampleMasterData, "job-order": orders },
});

function said(plant: Plant, { id, change }: { id: string; change: Planner }): Plant {
  const order = plant.orders.get(id);
  if (order === undefined) throw new Error(id);
  const told = { ...plant, orders: new Map(plant.orders).set(id, { ...order, ...change }) };
  return { ...told, history: record(told.history, obeyPlanner(knownOf(told))) };
}

const good = (history: History): number =>
  [...history.state.jobOrder.values()].reduce((sum, progress) => sum + goodQuantity(progress), 0);
const booked = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, draft) => sum + (draft.type === "quantity.reported" ? draft.payload.good : 0), 0);

describe("any life of two orders", () => {
  test("OR-1 OR-2 only states of the table, only by its moves; a refused move changes nothing, no piece is lost", () => {
    fc.assert(
      fc.property(life, (steps) => {
        let plant = fresh;
        for (const step of steps) {
          const before = plant;
          const states = ORDERS.map((id) => standingOf(knownOf(before), id));
          const made = good(before.history);
          if ("id" in step) plant = said(before, step);
          else {
            const decided = step.decide(knownOf(before));
            if (!decided.ok) continue;
            plant = { ...before, history: record(wait(before.history, 1_000), decided.value, "P-1003") };
            expect(good(plant.history)).toBe(made + booked(decided.value));
          }
          expectMoves(plant, states, plant.history.events.slice(before.history.events.length));
        }
      }),
    );
  });

  test("OR-4 what the planner said is recorded once: asked again, nothing is left to record", () => {
    fc.assert(
      fc.property(life, (steps) => {
        let plant = fresh;
        for (const step of steps) {
          const decided = "id" in step ? accept([]) : step.decide(knownOf(plant));
          if ("id" in step) plant = said(plant, step);
          else if (decided.ok) plant = { ...plant, history: record(plant.history, decided.value, "P-1003") };
          // What a person begins right after is obeyed in the same breath.
          const drafts = obeyPlanner(knownOf(plant));
          plant = { ...plant, history: record(plant.history, drafts) };
          expect(obeyPlanner(knownOf(plant))).toEqual([]);
        }
      }),
    );
  });

  test("OR-1 set-up and run time add up to the time at the machine, whatever came between", () => {
    fc.assert(
      fc.property(fc.array(operator, { maxLength: 40 }), (steps) => {
        let plant = fresh;
        let atMachineMs = 0;
        for (const step of steps) {
          const worked = [...plant.history.state.jobOrder.values()].filter(
            ({ state }) => state === "running" || state === "setting-up",
          );
          expect(worked.length).toBeLessThanOrEqual(1);
          atMachineMs += worked.length * 1_000;
          plant = { ...plant, history: wait(plant.history, 1_000) };
          const decided = step.decide(knownOf(plant));
          if (decided.ok) plant = { ...plant, history: record(plant.history, decided.value, "P-1003") };
        }
        const now = plant.history.nowMs;
        const spent = [...plant.history.state.jobOrder.values()].reduce((sum, one) => {
          const open = one.state === "running" || one.state === "setting-up";
          const sinceMs = Number(BigInt(one.stateSince.monoNs) / 1_000_000n);
          return sum + one.runMs + one.setUpMs + (open ? now - sinceMs : 0);
        }, 0);
        expect(spent).toBe(atMachineMs);
      }),
    );
  });
});

function expectMoves(plant: Plant, before: readonly (string | undefined)[], events: History["events"]): void {
  ORDERS.forEach((id, index) => {
    const known = knownOf(plant);
    const state = standingOf(known, id);
    expect(jobOrderStates).toContain(state);
    const moves = events
      .filter((event) => event.jobOrder === id && isMovement(event.type))
      .map((event) => moveOf(event as Movement));
    if (moves.length === 0) {
      if (plant.history.state.jobOrder.has(id)) expect(state).toBe(before[index]);
      return;
    }
    const reached = moves.reduce((from, move) => {
      const moved = moveJobOrder(from as (typeof jobOrderStates)[number], move);
      expect(jobOrderMoves).toContain(move);
      if (!moved.ok) throw new Error(`${from} ${move}: ${moved.refusal}`);
      return moved.value;
    }, before[index] ?? "allowed");
    expect(state).toBe(reached);
  });
}
