import { describe, expect, test } from "vitest";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { freshHistory, type History, lastEventId, record } from "../testing/history.ts";
import { sampleMasterData } from "../testing/sample-plant.ts";
import { decideCorrection } from "./decide-correction.ts";
import { decideReject } from "./decide-quantity.ts";
import { decideUndo } from "./decide-undo.ts";
import type { JobOrder } from "./job-order.ts";
import { begunIn } from "./rework-begun.ts";
import { reworkOrderId } from "./route.ts";

const ID = "4720";
const REASON = "rework-1";
const turn = {
  jobOrderId: "P-1-10",
  operation: { number: "10", name: "Turn" },
  workUnit: "CNC-1",
  plannedQuantity: 150,
};
const route = {
  productionOrderId: "P-1",
  sequence: 20,
  previousJobOrderId: turn.jobOrderId,
  transferQuantity: 24,
};

const begin = (jobOrder: string): Draft => ({
  type: "order.started",
  jobOrder,
  payload: { countAuthority: "operator", plannedQuantity: 150 },
});
const signedIn: Draft = {
  type: "person.signed-in",
  jobOrder: null,
  payload: { personId: "P-1003", method: "badge" },
};
const running = record(freshHistory, [signedIn, begin(ID)], "P-1003");

function master(change: Partial<JobOrder> = {}): MasterData {
  const order = sampleMasterData["job-order"].get(ID);
  if (order === undefined) throw new Error("no order");
  const routed = { ...order, route, earlierOperations: [turn], ...change };
  return { ...sampleMasterData, "job-order": new Map(sampleMasterData["job-order"]).set(ID, routed) };
}

const sendBack = (history: History, toJobOrderId?: string, plan = master()) =>
  decideReject(history.state, plan, { kind: "rework", quantity: 4, reasonCode: REASON, toJobOrderId });

function sent(): History {
  const booking = sendBack(running, turn.jobOrderId);
  if (!booking.ok) throw new Error(booking.refusal.code);
  return record(running, booking.value, "P-1003");
}

describe("where rework goes", () => {
  test("RW-9 it stays here, or goes to an operation before this one, as one event with its reason", () => {
    expect(sendBack(running)).toMatchObject({
      ok: true,
      value: [{ payload: { rework: 4, reasonCode: REASON } }],
    });
    expect(sent().events.at(-1)).toMatchObject({
      type: "quantity.reported",
      jobOrder: ID,
      payload: { rework: 4, reasonCode: REASON, reworkTo: { jobOrderId: "P-1-10", operation: "10" } },
    });
  });

  test("RW-9 to an operation that is not before this one it does not go, and nothing is booked", () => {
    for (const plan of [master(), master({ earlierOperations: [] })])
      expect(sendBack(running, "P-1-30", plan)).toMatchObject({
        ok: false,
        refusal: { code: "unknown-operation" },
      });
  });

  test("RW-8 it can be corrected until its rework order has begun here, and then no more", () => {
    const history = sent();
    const eventId = lastEventId(history);
    const correct = ({ state }: History) =>
      decideCorrection(
        {
          state,
          master: master(),
          shiftStartUtc: "2026-11-23T05:00:00.000Z",
          isBegunHere: begunIn(state),
        },
        { eventId, quantity: 1 },
      );
    expect(correct(history)).toMatchObject({
      ok: true,
      value: [{ payload: { reverses: eventId, rework: -1 } }],
    });
    const reworkId = reworkOrderId("P-1", eventId);
    const begun = record(history, [begin(reworkId)]);
    expect(correct(begun)).toMatchObject({ ok: false, refusal: { code: "rework-begun" } });
  });

  test("RW-8 within its ten seconds it is undone until its rework order has begun at any place of the terminal", () => {
    const history = sent();
    const eventId = lastEventId(history);
    const undo = ({ state }: History, terminal = state) =>
      decideUndo({ state, master: master(), isBegunHere: begunIn(terminal) }, { eventId, ageMs: 0 });
    expect(undo(history)).toMatchObject({
      ok: true,
      value: [{ payload: { reverses: eventId, rework: -4 } }],
    });
    const begun = record(history, [begin(reworkOrderId("P-1", eventId))]);
    // At a terminal of two work units the place that booked does not see what the other one has begun.
    expect(undo(history, begun.state)).toMatchObject({ ok: false, refusal: { code: "rework-begun" } });
  });

  test("RW-7 the rework order's id follows from the booking and fits on a label", () => {
    const id = reworkOrderId("P".repeat(24), "0198b7a0-0000-7000-8000-0123456789ab");
    expect(id).toBe(`${"P".repeat(24)}-R0123456789AB`);
    expect(id.length).toBeLessThanOrEqual(40);
  });
});
