import { describe, expect, test } from "vitest";
import { readCode } from "../scan/read-code.ts";
import { decideScan } from "./decide-scan.ts";
import type { MasterData } from "./master-data.ts";
import type { JobOrder } from "./orders/job-order.ts";
import type { ScanDecision } from "./scan-decision.ts";
import { type ScanOutcome, scanOutcomes } from "./scan-outcome.ts";
import { freshHistory, type History, instantAt, record } from "./testing/history.ts";
import { good, materialPlant, runningOrder } from "./testing/material-plant.ts";
import { sampleMasterData, WORK_UNIT } from "./testing/sample-plant.ts";

function scan(
  history: History,
  raw: string,
  rest: { signedIn?: boolean; master?: MasterData } = {},
): ScanDecision {
  const context = {
    at: instantAt(history.nowMs),
    personActive: rest.signedIn ?? true,
    workUnit: WORK_UNIT,
    dataOfUtc: null,
  };
  return decideScan(
    { state: history.state, master: rest.master ?? sampleMasterData },
    readCode(raw),
    context,
  );
}

const after = (history: History, raw: string): History =>
  record(history, scan(history, raw).drafts, "P-1001");

const idle = freshHistory;
const running = after(idle, "WO4711");
const loaded = after(running, "LT88213");
const paused = record(running, [
  { type: "order.paused", jobOrder: "4711", payload: { reasonCode: "pause-1" } },
]);
const finished = record(running, [
  { type: "order.finished", jobOrder: "4711", payload: { good: 0, scrap: 0, rework: 0 } },
]);
const aborted = record(running, [
  {
    type: "order.aborted",
    jobOrder: "4711",
    payload: { good: 0, scrap: 0, rework: 0, missing: 600, reasonCode: "abort-1" },
  },
]);
const settingUp = record(idle, [
  {
    type: "order.started",
    jobOrder: "4711",
    payload: { countAuthority: "machine", plannedQuantity: 600, phase: "set-up" },
  },
]);
const with4711 = (change: Partial<JobOrder>): MasterData => {
  const orders = new Map(sampleMasterData["job-order"]);
  const order = orders.get("4711");
  if (order !== undefined) orders.set("4711", { ...order, ...change });
  return { ...sampleMasterData, "job-order": orders };
};
const onHold = with4711({ hold: { reason: "Q-7", sinceUtc: "2026-11-23T05:00:00.000Z" } });
const withoutTool = with4711({ requires: { toolIds: ["T99"] } });
const here = after(idle, "BG1001");
const tired = record(here, [
  {
    type: "person.rights-ended",
    jobOrder: null,
    payload: { personId: "P-1001", left: "none", cause: "idle" },
  },
]);
/** Where the plan says what a piece takes. */
const inPlant = (history: History, raw: string): ScanDecision =>
  scan(history, raw, { master: materialPlant });
const ringLoaded = runningOrder();
const emptied = record(
  record(record(ringLoaded, inPlant(ringLoaded, "LT88214").drafts), [good(150)]),
  inPlant(ringLoaded, "LT88213").drafts,
);

type Row = readonly [ScanOutcome, ScanDecision["verdict"], string, ScanDecision];

const rows: readonly Row[] = [
  ["order-started", "done", "a released order", scan(idle, "WO4711")],
  ["order-resumed", "done", "the paused order", scan(paused, "WO4711")],
  ["order-shown", "shown", "the running order", scan(running, "WO4711")],
  ["order-choice", "ambiguous", "another order while one runs", scan(running, "WO4712")],
  ["order-blocked", "blocked", "an order on hold", scan(idle, "WO4698")],
  ["order-cancelled", "blocked", "a cancelled order", scan(idle, "WO4740")],
  ["order-elsewhere", "wrong", "an order of another work unit", scan(idle, "WO4750")],
  ["order-finished", "wrong", "a finished order", scan(finished, "WO4711")],
  ["order-shown", "shown", "the order in set-up", scan(settingUp, "WO4711")],
  ["order-aborted", "wrong", "an order that was given up", scan(aborted, "WO4711")],
  ["order-held", "blocked", "an order the planner holds", scan(idle, "WO4711", { master: onHold })],
  ["order-held", "blocked", "a paused order the planner holds", scan(paused, "WO4711", { master: onHold })],
  ["order-not-ready", "blocked", "an order without its tool", scan(idle, "WO4711", { master: withoutTool })],
  ["sign-in-first", "blocked", "an order while nobody is here", scan(idle, "WO4711", { signedIn: false })],
  ["sign-in-first", "blocked", "a lot while nobody is here", scan(running, "LT88213", { signedIn: false })],
  ["rights-ended", "blocked", "an order after the rights ended", scan(tired, "WO4711", { signedIn: false })],
  ["signed-in", "done", "a badge after the rights ended", scan(tired, "BG1001", { signedIn: false })],
  ["signed-in", "done", "a badge", scan(idle, "BG1001", { signedIn: false })],
  ["signed-in", "done", "the badge of a colleague", scan(here, "BG1002")],
  ["signed-out", "done", "the badge of the active person again", scan(here, "BG1001")],
  ["lot-loaded", "done", "a lot the order needs", scan(running, "LT88213")],
  ["lot-already-loaded", "duplicate", "the same lot again", scan(loaded, "LT88213")],
  ["lot-wrong-item", "wrong", "a lot of another item", scan(running, "LT77120")],
  ["lot-changed", "done", "the next lot of the item", inPlant(after(ringLoaded, "LT88213"), "LT88214")],
  ["lot-wrong-revision", "wrong", "a lot of an older revision", inPlant(ringLoaded, "LT88300")],
  ["lot-empty", "wrong", "a lot that was emptied here", inPlant(emptied, "LT88214")],
  ["lot-older-first", "blocked", "a lot before an older one", inPlant(ringLoaded, "LT5530")],
  ["lot-expired", "blocked", "an expired lot", scan(running, "LT5520")],
  ["lot-held", "blocked", "a lot on hold", scan(running, "LT66001")],
  ["lot-shown", "shown", "a lot without an order", scan(idle, "LT88213")],
  ["code-unknown", "unknown", "an EAN", scan(idle, "4006381333931")],
  ["code-unknown", "unknown", "an order nobody knows", scan(idle, "WO9999")],
  ["code-unknown", "unknown", "a lot nobody knows", scan(running, "LT9999")],
  ["code-unknown", "unknown", "a badge nobody knows", scan(idle, "BG9999")],
  ["code-damaged", "unknown", "a torn read", scan(running, "WO47\u000011")],
];

/** Verdicts that the desks of the station give, proven there. */
const stationsOwn: readonly ScanOutcome[] = [
  "measured",
  "no-check-open",
  "gauge-unusable",
  "implausible-value",
  "storage-full",
  "code-kept",
];

/** Proven with the packing they belong to, in `packing/packing.test.ts` and `packing/reopen-unit.test.ts`. */
const ofPacking: readonly ScanOutcome[] = [
  "unit-shown",
  "unit-onto-pallet",
  "unit-inside-already",
  "unit-inside-another",
  "unit-unknown",
  "unit-label-void",
  "unit-label-open",
  "pack-foreign-item",
  "pack-foreign-customer",
  "pack-more-than-good",
  "piece-booked",
  "piece-packed",
  "piece-known",
  "piece-in-unit",
  "piece-shown",
  "piece-unknown",
  "piece-refused",
];

describe("what a scan means", () => {
  test.each(rows)("%s (%s): %s", (outcome, verdict, _what, decision) => {
    expect(decision).toMatchObject({ outcome, verdict });
    expect(decision.drafts.length > 0).toBe(verdict === "done");
  });

  test("every outcome is reached by a test", () => {
    const reached = new Set<ScanOutcome>([...rows.map(([outcome]) => outcome), ...stationsOwn, ...ofPacking]);
    expect(scanOutcomes.filter((outcome) => !reached.has(outcome))).toEqual([]);
  });

  test("a wrong lot names what is still needed and where it lies", () => {
    expect(scan(running, "LT77120").details).toMatchObject({ needed: "Ring 40", location: "A-03" });
    expect(scan(loaded, "LT77120").details).toMatchObject({ needed: "Oil X", location: "B-01" });
  });

  test("ST-1 an order of another work unit names where it belongs, and books nothing", () => {
    const elsewhere = scan(idle, "WO4750");
    expect(elsewhere.details).toMatchObject({ order: "4750", workUnit: "CNC-3" });
    expect(elsewhere.drafts).toEqual([]);
  });

  test("ST-1 an order that the planner moved away does not come back here by its traveller; while it runs it is shown", () => {
    const jobOrders = new Map(sampleMasterData["job-order"]);
    const order = jobOrders.get("4711");
    if (order === undefined) throw new Error("no order 4711");
    jobOrders.set("4711", { ...order, workUnit: "CNC-3" });
    const master = { ...sampleMasterData, "job-order": jobOrders };
    expect(scan(paused, "WO4711", { master }).outcome).toBe("order-elsewhere");
    expect(scan(running, "WO4711", { master }).outcome).toBe("order-shown");
  });

  test("OR-5 finishing the active order is offered only where nothing is missing: else it takes a reason", () => {
    const offered = (history: History) => scan(history, "WO4712").choices.map(({ label }) => label);
    expect(offered(running)).toEqual(["pause-and-start", "show-only"]);
    const complete = record(running, [{ ...good(600), jobOrder: "4711" }]);
    expect(offered(complete)).toEqual(["pause-and-start", "finish-and-start", "show-only"]);
  });

  test("a badge is its owner's own act: the event names that person, not who was active", () => {
    expect(scan(here, "BG1002").actor).toBe("P-1002");
  });

  test("C3 the last to sign in is the active person, also when the wall clock was set back an hour", () => {
    const later = record({ ...here, nowMs: here.nowMs - 3_600_000 }, scan(here, "BG1002").drafts, "P-1002");
    expect(scan(later, "BG1002")).toMatchObject({ outcome: "signed-out", actor: "P-1002" });
  });
});
