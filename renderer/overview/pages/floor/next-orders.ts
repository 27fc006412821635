import type { OrderRow } from "../../../../shared/protocol/pages.ts";

/** The orders waiting for a machine, earliest due first. */
export function nextOrders(orders: readonly OrderRow[], workUnit: string, most: number): readonly OrderRow[] {
  return orders
    .filter((order) => order.workUnit === workUnit && order.state === "released")
    .toSorted(
      (left, right) =>
        left.dueUtc.localeCompare(right.dueUtc) || left.jobOrderId.localeCompare(right.jobOrderId),
    )
    .slice(0, most);
}
