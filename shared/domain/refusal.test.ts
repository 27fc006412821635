import { describe, expect, test } from "vitest";
import { accept, type Result, refuse } from "../lib/result.ts";
import type { Draft } from "./event.ts";
import { mayCommission } from "./machines/decide-commissioning.ts";
import { decideFactor } from "./machines/decide-factor.ts";
import { decideToolChange } from "./maintenance/decide.ts";
import type { MasterData } from "./master-data.ts";
import { decideReturn } from "./materials/decide-amount.ts";
import { decideLotScan } from "./materials/decide-lot-scan.ts";
import { decideOverride } from "./materials/decide-override.ts";
import {
  decideBeginRun,
  decidePause,
  decideResume,
  decideStart,
  type StartCommand,
} from "./orders/decide.ts";
import { decideCorrection } from "./orders/decide-correction.ts";
import { decideAbort, decideFinish, decideFinishShort } from "./orders/decide-end.ts";
import { decideGood, decideReject } from "./orders/decide-quantity.ts";
import { decideReading } from "./orders/decide-reading.ts";
import { decideTimeCorrection } from "./orders/decide-time-correction.ts";
import type { JobOrder } from "./orders/job-order.ts";
import type { JobOrderMove, JobOrderState } from "./orders/job-order-table.ts";
import { moveRefusal } from "./orders/move-refusal.ts";
import { begunIn } from "./orders/rework-begun.ts";
import { decideSignIn, decideSignOut, decideUnlockPin } from "./people/decide.ts";
import { decideDefect, decideMeasurement, decideWithdrawal } from "./quality/decide.ts";
import { type Refusal, type RefusalCode, refusalCodes } from "./refusal.ts";
import { decideQualify } from "./stops/decide.ts";
import { decideRejectionSeen } from "./sync/decide.ts";
import { freshAge, freshHistory, type History, instantAt, lastEventId, record } from "./testing/history.ts";
import { materialPlant, runningOrder, scanContext } from "./testing/material-plant.ts";
import { sampleMasterData as master, WORK_UNIT } from "./testing/sample-plant.ts";
import { takeBack } from "./testing/take-back.ts";

type Decide = (history: History) => Result<readonly Draft[], Refusal>;

function must(history: History, decide: Decide, actor: string | null = "P-1001"): History {
  const decision = decide(history);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
  return record(history, decision.value, actor);
}

/** Somebody with a badge marks a booking as seen that the MES refused, and no other. */
const markSeen =
  (eventId: string): Decide =>
  ({ state }) =>
    decideRejectionSeen({ state, master }, [eventId], (id) => id === "refused");
const signIn =
  (personId: string): Decide =>
  () =>
    decideSignIn(master, personId, "badge");

const start =
  (jobOrderId: string, activeOrder: "pause" | "finish" | null = null): Decide =>
  (history) =>
    startIn(master, history, { jobOrderId, activeOrder });
const startIn = (
  planned: MasterData,
  { state }: History,
  rest: Pick<StartCommand, "jobOrderId" | "activeOrder" | "phase">,
) => decideStart({ state, master: planned }, { workUnit: WORK_UNIT, age: freshAge, ...rest });
const good =
  (quantity: number): Decide =>
  ({ state }) =>
    decideGood(state, master, { quantity, source: "pad" });
const reject =
  (kind: "scrap" | "rework", quantity: number, reasonCode: string): Decide =>
  ({ state }) =>
    decideReject(state, master, { kind, quantity, reasonCode });
const measure =
  (text: string, rest: { id?: string; confirmed?: boolean } = {}): Decide =>
  ({ state }) =>
    decideMeasurement(state, master, {
      characteristicId: rest.id ?? "DIA-40",
      text,
      source: "pad",
      confirmed: rest.confirmed ?? false,
    });
const defect =
  (defectCode: string, quantity: number, disposition: "scrap" | "hold" = "hold"): Decide =>
  ({ state }) =>
    decideDefect(state, master, { defectCode, quantity, disposition });
const pause =
  (reasonCode: string): Decide =>
  ({ state }) =>
    decidePause({ state, master }, reasonCode);
const resume: Decide = ({ state }) => decideResume({ state, master });
const finish: Decide = ({ state }) => decideFinish({ state, master });
const finishShort: Decide = ({ state }) => decideFinishShort({ state, master }, "short-1");
const abort: Decide = ({ state }) => decideAbort({ state, master }, "abort-1");
const beginRun: Decide = ({ state }) => decideBeginRun({ state, master });
const setUp: Decide = (history) =>
  startIn(master, history, { jobOrderId: "4731", activeOrder: null, phase: "set-up" });
/** As the planner says it now. */
const planned = (jobOrderId: string, change: Partial<JobOrder>): MasterData => {
  const order = master["job-order"].get(jobOrderId);
  if (order === undefined) throw new Error(`no order ${jobOrderId}`);
  return { ...master, "job-order": new Map([[jobOrderId, { ...order, ...change }]]) };
};
const HELD = { reason: "Q-7", sinceUtc: "2026-11-23T05:00:00.000Z" };
const note =
  (reading: number): Decide =>
  ({ state }) =>
    decideReading({ state, master }, { reading, isStart: false });
/** Of what moved an order last. */
const correctTime =
  (shiftMinutes: number): Decide =>
  ({ state, nowMs }) => {
    const eventId = [...state.timeMark.keys()].at(-1) ?? "";
    const nowUtc = instantAt(nowMs).atUtc;
    return decideTimeCorrection({ state, master, shiftStartUtc: nowUtc, nowUtc }, { eventId, shiftMinutes });
  };
const factor: Decide = ({ state }) =>
  decideFactor({ state, master }, [], { machineId: "none", signalId: "none", piecesPerCount: 2 });
const commission: Decide = ({ state }) => {
  const may = mayCommission({ state, master });
  return may.ok ? accept([]) : may;
};
const qualify: Decide = ({ state }) =>
  decideQualify({ state, master }, { stopId: "none", reasonCode: "pause-1" });
const undoLast =
  (ageMs: number): Decide =>
  (history) =>
    takeBack(history.state, lastEventId(history), ageMs);

const overDelivery: Decide = ({ state }) => {
  const order = master["job-order"].get("4731");
  if (order === undefined) throw new Error("no order 4731");
  const orders = new Map([["4731", { ...order, overDeliveryPercent: 0 }]]);
  const report = { quantity: order.plannedQuantity + 1, source: "pad" } as const;
  return decideGood(state, { ...master, "job-order": orders }, report);
};
/** Of the booking that `booked` ends with. */
const correct =
  (quantity: number): Decide =>
  ({ state }) =>
    decideCorrection(
      { state, master, shiftStartUtc: "2026-01-01T00:00:00.000Z", isBegunHere: begunIn(state) },
      { eventId: lastEventId(booked), quantity },
    );

function refuseMove(from: JobOrderState, move: JobOrderMove): ReturnType<Decide> {
  const refused = moveRefusal(from, move, { jobOrderId: "4731" });
  return refused === undefined ? accept([]) : refuse(refused);
}

const withSignal = (history: History): History =>
  record(history, [
    {
      type: "machine.state-changed",
      jobOrder: null,
      payload: {
        machineId: "machine",
        workUnit: null,
        state: "running",
        was: "no-data",
        basis: "signal",
        raw: "6",
        agoMs: 0,
      },
    },
  ]);

const idle = freshHistory;
const machineRuns = withSignal(must(idle, start("4711")));
const byHand = must(idle, start("4731"));
const paused = must(byHand, pause("pause-1"));
const settingUp = must(idle, setUp);
const finished = must(byHand, finishShort);
const leadAtWork = must(must(byHand, signIn("P-1003"), "P-1003"), good(1), "P-1003");
const aborted = must(leadAtWork, abort, "P-1003");
const complete = must(byHand, good(2_000));
const booked = must(byHand, good(5));
const byReadings = must(byHand, note(100));
const withLead = must(idle, signIn("P-1003"), "P-1003");
const withOperator = must(idle, signIn("P-1001"), "P-1001");

const rightsEnd = (history: History, personId: string, left: "own" | "none"): History =>
  record(history, [
    { type: "person.rights-ended", jobOrder: null, payload: { personId, left, cause: "idle" } },
  ]);
const tooLate = rightsEnd(withOperator, "P-1001", "none");
const leadOver = rightsEnd(must(byHand, signIn("P-1003"), "P-1003"), "P-1003", "own");
const unlockPin: Decide = ({ state }) =>
  decideUnlockPin({ state, master }, { personId: "P-1003", isLocked: false });

const override =
  (lotId: string): Decide =>
  ({ state }) => {
    const nowUtc = "2026-11-23T06:00:00.000Z";
    const command = { lotId, rule: "expired", reasonCode: "override-1", nowUtc } as const;
    return decideOverride({ state, master: materialPlant }, command);
  };
const takeOff =
  (itemId: string, text: string): Decide =>
  ({ state }) =>
    decideReturn({ state, master: materialPlant }, { itemId, text });
const loadedRing = record(
  runningOrder(),
  decideLotScan({ state: runningOrder().state, master: materialPlant }, "88213", scanContext).drafts,
);

/** Every refusal that a decision can give, with what leads to it. */
const refusals: readonly (readonly [RefusalCode, string, History, Decide])[] = [
  ["nobody-signed-in", "someone leaves who is not here", idle, ({ state }) => decideSignOut(state, "P-1001")],
  ["rights-ended", "a factor by somebody who did not touch for five minutes", tooLate, factor],
  ["lead-time-over", "an order given up by a lead after the first minute", leadOver, abort],
  ["pin-not-locked", "a lead unlocks a PIN that is not locked", withLead, unlockPin],
  ["unknown-person", "a person the MES never sent", idle, () => decideSignIn(master, "P-9999", "pin")],
  ["unknown-order", "an order the MES never sent", idle, start("9999")],
  ["order-elsewhere", "an order of another work unit", idle, start("4750")],
  ["order-blocked", "an order on hold", idle, start("4698")],
  ["order-cancelled", "an order the planner cancelled", idle, start("4740")],
  ["order-already-finished", "a finished order", finished, start("4731")],
  ["another-order-active", "a second order without saying what becomes of the first", byHand, start("4711")],
  ["order-already-running", "the running order", byHand, start("4731")],
  ["order-not-started", "a hold has no work to end", idle, () => refuseMove("allowed", "finish")],
  ["order-in-set-up", "set-up of an order in set-up", settingUp, setUp],
  ["order-not-in-set-up", "the run of an order that is paused", paused, beginRun],
  [
    "order-held",
    "an order on hold by the planner",
    idle,
    (history) => startIn(planned("4731", { hold: HELD }), history, { jobOrderId: "4731", activeOrder: null }),
  ],
  ["order-aborted", "an order a lead gave up", aborted, start("4731")],
  ["order-short", "a finish with pieces missing and no reason", byHand, finish],
  ["order-complete", "a short finish with nothing missing", complete, finishShort],
  ["lead-only", "an operator gives an order up", must(byHand, signIn("P-1001")), abort],
  [
    "order-not-ready",
    "an order whose tool is not there",
    idle,
    (history) =>
      startIn(planned("4731", { requires: { toolIds: ["T99"] } }), history, {
        jobOrderId: "4731",
        activeOrder: null,
      }),
  ],
  ["readings-count", "good beside readings of a counter", byReadings, good(1)],
  ["reading-too-low", "a counter below its last reading", byReadings, note(99)],
  ["machine-counts", "a reading beside a counting machine", machineRuns, note(1)],
  ["no-order-active", "a reading without an order", idle, note(1)],
  ["quantity-too-large", "a reading far above what the order can take", byReadings, note(90_000)],
  ["unknown-lot", "a lot that the MES never sent", loadedRing, override("none")],
  ["lot-not-needed", "a lot that the order does not need", loadedRing, override("77120")],
  ["override-not-possible", "a held lot", runningOrder("operator", "P-1003"), override("66001")],
  ["no-lot-loaded", "a rest of what is not loaded", loadedRing, takeOff("OIL-X", "1")],
  ["more-than-loaded", "a rest that is more than the lot", loadedRing, takeOff("RING-40", "201")],
  ["time-between", "a start moved into the future", must(byHand, signIn("P-1003")), correctTime(60)],
  [
    "time-fixed",
    "the planner's hold moved",
    record(byHand, [{ type: "order.held", jobOrder: "4731", payload: { cause: "hold", reason: "Q-7" } }]),
    correctTime(-1),
  ],
  ["unknown-counter", "a factor for a counter that is not mapped", withLead, factor],
  ["setter-only", "an operator says how many pieces a count is", withOperator, factor],
  ["unknown-stop", "a reason for a stop that is not known", idle, qualify],
  ["no-order-active", "good without an order", idle, good(1)],
  ["no-order-active", "scrap without an order", idle, reject("scrap", 1, "scrap-1")],
  ["no-order-active", "a pause without an order", idle, pause("pause-1")],
  ["no-order-active", "a resume without an order", idle, resume],
  ["no-order-active", "a finish without an order", idle, finish],
  ["no-order-active", "a measurement without an order", idle, measure("39.988")],
  ["no-order-active", "a defect without an order", idle, defect("BURR", 1)],
  ["order-not-running", "a pause while paused", paused, pause("pause-1")],
  ["order-not-paused", "a resume while running", byHand, resume],
  ["unknown-reason", "a pause with a scrap reason", byHand, pause("scrap-1")],
  ["unknown-reason", "scrap with a rework reason", byHand, reject("scrap", 1, "rework-1")],
  ["unknown-reason", "rework with a name of Object.prototype", byHand, reject("rework", 1, "constructor")],
  ["quantity-not-positive", "none", byHand, good(0)],
  ["quantity-not-positive", "fewer than none", byHand, reject("scrap", -3, "scrap-1")],
  ["quantity-not-positive", "half a piece", byHand, defect("BURR", 0.5)],
  ["quantity-looks-like-code", "a barcode in the pad", byHand, good(4_006_381_333_931)],
  ["quantity-too-large", "ten times the order", byHand, good(20_000)],
  ["over-delivery", "more than the tolerance of the order", byHand, overDelivery],
  ["machine-counts", "good by hand while the machine counts", machineRuns, good(1)],
  ["more-than-produced", "more scrap than pieces", machineRuns, reject("scrap", 1, "scrap-1")],
  ["more-than-produced", "more defect scrap than pieces", machineRuns, defect("BURR", 1, "scrap")],
  ["nothing-to-undo", "an event that never was", byHand, undoLast(0)],
  [
    "nothing-to-undo",
    "a booking taken back already",
    must(booked, undoLast(0)),
    ({ state }) => takeBack(state, lastEventId(booked), 0),
  ],
  ["nothing-to-undo", "a measurement that never was", byHand, ({ state }) => decideWithdrawal(state, "x")],
  ["undo-too-late", "after the window, by the monotonic clock", booked, undoLast(10_001)],
  ["undo-too-late", "of an earlier run of the station", booked, undoLast(Number.POSITIVE_INFINITY)],
  [
    "correction-lead-only",
    "an operator corrects what another booked",
    must(booked, signIn("P-1002")),
    correct(1),
  ],
  ["correction-too-much", "more pieces than were booked", must(booked, signIn("P-1003")), correct(7)],
  ["unknown-characteristic", "a check that is not planned", byHand, measure("1", { id: "DIA-99" })],
  ["not-a-number", "words in the pad", byHand, measure("abc")],
  ["implausible-value", "a slipped gauge", byHand, measure("29.994")],
  ["unknown-defect", "a defect that is not in the catalogue", byHand, defect("toString", 1)],
  ["unknown-tool", "a tool of elsewhere", idle, ({ state }) => decideToolChange(state, master, "T99")],
  ["lead-only", "an operator marks a refused booking", must(idle, signIn("P-1001")), markSeen("refused")],
  [
    "lead-only",
    "a lead is here, an operator is active",
    must(withLead, signIn("P-1001")),
    markSeen("refused"),
  ],
  ["unknown-rejection", "a booking that the MES did not refuse", withLead, markSeen("another")],
  ["commissioning-only", "an operator wants to map a machine", withOperator, commission],
  [
    "unknown-rejection",
    "a booking marked already",
    must(withLead, markSeen("refused"), "P-1003"),
    markSeen("refused"),
  ],
];

/** Given by the station itself and not by a decision; proven where they are made. */
const stationsOwn: readonly RefusalCode[] = [
  "wrong-pin",
  "unknown-work-unit",
  "pin-paused",
  "pin-locked",
  "storage-full",
  "storage-failed",
  "machine-refused",
  "machine-slow",
  "collector-ended",
  "login-refused",
  "exchange-missing",
  "exchange-failed",
  "unknown-file",
  "mapping-invalid",
  "mapping-changed",
  "password-missing",
  "unknown-certificate",
];

/** Proven with the packing they belong to, in `packing/packing.test.ts`. */
const ofPacking: readonly RefusalCode[] = [
  "unknown-unit",
  "unit-open-already",
  "unit-closed",
  "unit-not-closed",
  "unit-is-open",
  "unit-empty",
  "unit-inside-another",
  "unit-foreign-item",
  "unit-foreign-customer",
  "unit-content-held",
  "more-than-good",
  "more-than-packed",
  "pieces-packed",
  "sscc-range-missing",
  "sscc-range-overlaps",
  "sscc-range-used-up",
];

/** Proven with the routes they belong to, in `orders/upstream.test.ts` and `orders/rework-destination.test.ts`. */
const ofRoutes: readonly RefusalCode[] = ["more-than-handed-on", "unknown-operation", "rework-begun"];

/** Proven in `machines/alarms/decide-acknowledge.test.ts`. */
const ofAlarms = refusalCodes.filter((code) => /^(acknowledge|alarm)-|^machine-offline$/.test(code));

describe("refusals", () => {
  test.each(refusals)("%s: %s", (code, _why, history, decide) => {
    const decision = decide(history);
    expect(decision).toMatchObject({ ok: false, refusal: { code } });
  });

  test("every refusal code is reached by a test", () => {
    const reached = new Set<RefusalCode>([
      ...refusals.map(([code]) => code),
      ...stationsOwn,
      ...ofPacking,
      ...ofRoutes,
      ...ofAlarms,
    ]);
    expect(refusalCodes.filter((code) => !reached.has(code))).toEqual([]);
  });

  test("undo is open to the last millisecond of its window", () => {
    expect(undoLast(10_000)(booked).ok).toBe(true);
  });

  test("an implausible value that a person confirms is measured", () => {
    expect(measure("29.994", { confirmed: true })(byHand).ok).toBe(true);
  });

  test("without a machine signal good pieces still come from the counter alone, rejects may be ahead of it", () => {
    const noSignal = must(idle, start("4711"));
    const booked = good(24)(noSignal);
    expect(!booked.ok && booked.refusal.code).toBe("machine-counts");
    expect(reject("scrap", 2, "scrap-1")(noSignal).ok).toBe(true);
  });
});
