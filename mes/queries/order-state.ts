import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { OrderRow } from "../../shared/protocol/pages.ts";

/**
 * One state of an order from what each station says of it. The same whatever order the stations' news came in (I-21):
 * finished anywhere is finished, then cancelled, then running anywhere.
 */
export function mergeOrderState(
  status: JobOrder["status"],
  stationStates: readonly string[],
): OrderRow["state"] {
  if (stationStates.includes("finished")) return "finished";
  if (status === "cancelled") return "cancelled";
  if (stationStates.includes("running")) return "running";
  return stationStates.includes("paused") ? "paused" : "released";
}
