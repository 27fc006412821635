import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { plannedStanding } from "../../shared/domain/orders/order-standing.ts";
import type { OrderRow } from "../../shared/protocol/pages.ts";

/** What counts first where stations say different things of one order. */
const workedFirst = ["running", "setting-up", "held", "paused", "aborted"] as const;

/**
 * One state of an order from what each station says of it, and from what the planner says. The same whatever order the
 * stations' news came in (I-21): finished anywhere is finished, then what the planner took back, then worked anywhere.
 */
export function mergeOrderState(
  order: Pick<JobOrder, "status" | "hold" | "blockedBy">,
  stationStates: readonly string[],
): OrderRow["state"] {
  if (stationStates.includes("finished")) return "finished";
  if (order.status !== "released") return order.status;
  const worked = workedFirst.find((state) => stationStates.includes(state));
  if (worked !== undefined) return worked;
  const isHeld = plannedStanding(order) === "stored" && (order.hold ?? null) !== null;
  return isHeld ? "held" : "released";
}
