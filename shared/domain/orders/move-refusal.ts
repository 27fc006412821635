import { type Refusal, refusal } from "../refusal.ts";
import type { JobOrder } from "./job-order.ts";
import { type JobOrderMove, type JobOrderState, moveJobOrder } from "./job-order-table.ts";

/** Why the table does not know this move, with the words its sentence needs. */
export function moveRefusal(
  state: JobOrderState,
  move: JobOrderMove,
  order: Pick<JobOrder, "jobOrderId"> & Partial<Pick<JobOrder, "blockedBy" | "hold">>,
): Refusal | undefined {
  const moved = moveJobOrder(state, move);
  if (moved.ok) return undefined;
  const held = order.hold ?? null;
  if (moved.refusal === "order-blocked") {
    return held === null
      ? refusal("order-blocked", { order: order.jobOrderId, reason: order.blockedBy ?? "" })
      : refusal("order-held", { order: order.jobOrderId, reason: held.reason });
  }
  return refusal(moved.refusal, { order: order.jobOrderId });
}
