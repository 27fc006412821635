import type { JobOrder } from "./job-order.ts";

/** Why the planner lets nobody work on an order; null: anyone may. */
export interface PlannerStop {
  readonly cause: "hold" | "cancelled" | "aborted";
  /** In the planner's words; empty: none were given. */
  readonly reason: string;
}

export function plannerStop(order: JobOrder | undefined): PlannerStop | null {
  if (order === undefined) return null;
  if (order.status !== "released") return { cause: order.status, reason: order.statusReason ?? "" };
  return order.hold === undefined || order.hold === null
    ? null
    : { cause: "hold", reason: order.hold.reason };
}
