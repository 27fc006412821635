import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { hasEnded } from "./active-order.ts";
import { goodQuantity, type JobOrderProgress } from "./job-order-progress.ts";
import { moveJobOrder } from "./job-order-table.ts";
import { type PlannerStop, plannerStop } from "./planner-stop.ts";

/**
 * What the station records because of what the planner said of orders that were begun here: a hold or a cancellation
 * interrupts, a new quantity is noted (OR-4, OR-6). Each is recorded once; asked again, there is nothing left to record.
 */
export function obeyPlanner({ state, master }: Known): readonly Draft[] {
  return [...state.jobOrder.values()].flatMap((progress) => {
    const order = master["job-order"].get(progress.jobOrderId);
    if (order === undefined || hasEnded(progress)) return [];
    return [...planChange(progress, order.plannedQuantity), ...interruption(progress, plannerStop(order))];
  });
}

function planChange(progress: JobOrderProgress, plannedQuantity: number): readonly Draft[] {
  if (progress.plannedQuantity === plannedQuantity) return [];
  const payload = { plannedQuantity, was: progress.plannedQuantity, good: goodQuantity(progress) };
  return [{ type: "order.plan-changed", jobOrder: progress.jobOrderId, payload }];
}

function interruption(progress: JobOrderProgress, stop: PlannerStop | null): readonly Draft[] {
  if (stop === null || progress.held?.cause === stop.cause) return [];
  if (!moveJobOrder(progress.state, stop.cause === "hold" ? "hold" : "revoke").ok) return [];
  return [{ type: "order.held", jobOrder: progress.jobOrderId, payload: { ...stop } }];
}
