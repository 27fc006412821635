import type { Known } from "../known.ts";
import type { JobOrder } from "./job-order.ts";
import type { JobOrderState } from "./job-order-table.ts";

/** What the planner says of an order, before anyone begins it. */
export function plannedStanding(order: Pick<JobOrder, "status" | "hold" | "blockedBy">): JobOrderState {
  if (order.status === "cancelled") return "revoked";
  if (order.status === "aborted") return "aborted";
  return (order.hold ?? null) !== null || order.blockedBy !== null ? "stored" : "allowed";
}

/**
 * The state of an order here and now: what this station did with it, else what the planner says of it. Nothing that the
 * planner says moves an order that was begun; that is done by an event of the station (OR-4).
 */
export function standingOf({ state, master }: Known, jobOrderId: string): JobOrderState | undefined {
  const progress = state.jobOrder.get(jobOrderId);
  if (progress !== undefined) return progress.state;
  const ended = state.finishedOrder.get(jobOrderId);
  if (ended !== undefined) return ended.end;
  const order = master["job-order"].get(jobOrderId);
  return order === undefined ? undefined : plannedStanding(order);
}
