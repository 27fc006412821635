import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import { type JobOrderProgress, OTHER_ORDER_REASON } from "./job-order-progress.ts";

/** The order that is on the work unit: the running one, else the one paused last; finished ones are not. */
export function activeOrder(state: StationState): JobOrderProgress | undefined {
  const open = [...state.jobOrder.values()].filter((progress) => progress.state !== "finished");
  const running = open.find((progress) => progress.state === "running");
  return running ?? open.toSorted(byTurn).at(-1);
}

/**
 * The order whose pieces the machine makes. It is the active one, also while it is paused (the last pieces of a cycle);
 * but an order that had to make room for another is no longer on the machine, so nothing counts for it until someone
 * resumes it.
 */
export function orderOnMachine(state: StationState): JobOrderProgress | undefined {
  const active = activeOrder(state);
  return active?.pauseReasonCode === OTHER_ORDER_REASON ? undefined : active;
}

export function isFinished(state: StationState, jobOrderId: string): boolean {
  return state.jobOrder.get(jobOrderId)?.state === "finished" || state.finishedOrder.has(jobOrderId);
}
