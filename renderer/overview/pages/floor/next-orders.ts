import type { OrderRow } from "../../../../shared/protocol/pages.ts";

/** The orders waiting for a machine, in the order of its queue. */
export function nextOrders(orders: readonly OrderRow[], workUnit: string, most: number): readonly OrderRow[] {
  return orders
    .filter((order) => order.workUnit === workUnit && order.state === "released")
    .toSorted((left, right) => placeOf(left) - placeOf(right))
    .slice(0, most);
}

function placeOf({ outlook }: OrderRow): number {
  return outlook?.queuePlace?.place ?? Number.POSITIVE_INFINITY;
}
