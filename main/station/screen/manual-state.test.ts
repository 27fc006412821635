import { expect, test } from "vitest";
import type { JobOrderProgress } from "../../../shared/domain/orders/job-order-progress.ts";
import { applyChanges, emptyState } from "../../../shared/domain/station-state.ts";
import { manualState } from "./manual-state.ts";

const ORDER: JobOrderProgress = {
  jobOrderId: "4720",
  workUnit: "CNC-2",
  state: "running",
  phase: "run",
  plannedQuantity: 10,
  plannedAtStart: 10,
  countAuthority: "operator",
  counted: 0,
  reportedGood: 0,
  scrap: 0,
  rework: 0,
  defects: {},
  startedUtc: "2026-03-02T06:00:00.000Z",
  finishedUtc: null,
  pauseReasonCode: null,
  pausedTogether: [],
  held: null,
  timesUpTo: { atUtc: "", monoNs: "0", bootId: "", clockState: "trusted" },
  stateSince: { atUtc: "2026-03-02T06:30:00.000Z", monoNs: "0", bootId: "boot", clockState: "trusted" },
  runMs: 0,
  setUpMs: 0,
  correctedRunMs: 0,
  correctedSetUpMs: 0,
  turn: 1,
};

const benchWith = (state: JobOrderProgress["state"]) =>
  applyChanges(emptyState(), [{ area: "jobOrder", id: "4720", row: { ...ORDER, state } }]);

test.each([
  ["running", "running"],
  ["setting-up", "set-up"],
  ["paused", "idle"],
  ["held", "idle"],
  ["finished", "idle"],
] as const)("a bench whose order is %s is %s, since then", (order, bench) => {
  expect(manualState(benchWith(order))).toEqual({ state: bench, since: ORDER.stateSince });
});

test("a bench where nothing was worked yet waits, and is never without data", () => {
  expect(manualState(emptyState())).toEqual({ state: "idle", since: null });
});
