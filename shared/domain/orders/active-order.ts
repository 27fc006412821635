import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import { type JobOrderProgress, OTHER_ORDER_REASON } from "./job-order-progress.ts";

/** The order that is on the work unit: the one being set up or run, else the one interrupted last; ended ones are not. */
export function activeOrder(state: StationState): JobOrderProgress | undefined {
  const open = [...state.jobOrder.values()].filter((progress) => !hasEnded(progress));
  return (
    open.find(({ state: now }) => now === "running") ?? open.find(isWorked) ?? open.toSorted(byTurn).at(-1)
  );
}

/** It has the machine: one order of a work unit at a time, unless several were begun to run together. */
export function isWorked({ state }: JobOrderProgress): boolean {
  return state === "running" || state === "setting-up";
}

export function hasEnded({ state }: JobOrderProgress): boolean {
  return state === "finished" || state === "aborted";
}

/**
 * The order whose pieces the machine makes. It is the active one, also while it is paused (the last pieces of a cycle);
 * but an order that had to make room for another is no longer on the machine, so nothing counts for it until someone
 * resumes it.
 */
function orderOnMachine(state: StationState): JobOrderProgress | undefined {
  const active = activeOrder(state);
  return active?.pauseReasonCode === OTHER_ORDER_REASON ? undefined : active;
}

/**
 * The orders whose pieces the machine makes: mostly one; several where they run together, in the order of their names, so
 * that a piece always goes the same way. One that is set up beside a running one gets none.
 */
export function ordersOnMachine(state: StationState): readonly JobOrderProgress[] {
  const running = [...state.jobOrder.values()].filter((progress) => progress.state === "running");
  if (running.length > 1)
    return running.toSorted((left, right) => (left.jobOrderId < right.jobOrderId ? -1 : 1));
  const one = running[0] ?? orderOnMachine(state);
  return one === undefined ? [] : [one];
}

/** Finished or aborted here: nothing brings it back (OR-2). */
export function isEnded(state: StationState, jobOrderId: string): boolean {
  const progress = state.jobOrder.get(jobOrderId);
  return (progress !== undefined && hasEnded(progress)) || state.finishedOrder.has(jobOrderId);
}
