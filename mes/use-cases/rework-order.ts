import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { reworkOrderId } from "../../shared/domain/orders/route.ts";
import type { ReworkRoute } from "../repositories/rework-route-repository.ts";
import type { RouteOrder } from "../repositories/route-repository.ts";

/**
 * The rework order of a booking that sent pieces back (RW-7): the operation they were sent to, once more, for these pieces
 * alone. What it needs of material was taken the first time, people count its pieces, and no more can be booked than came.
 * @returns undefined while the operation is not known in this production order; the pieces stay where they were booked
 */
export function reworkOrder(route: ReworkRoute, orders: readonly RouteOrder[]): JobOrder | undefined {
  const find = (id: string) => orders.find(({ order }) => order.jobOrderId === id)?.order;
  const operation = find(route.toJobOrderId);
  const from = find(route.fromJobOrderId);
  if (operation?.route === undefined || operation.route === null || from === undefined) return undefined;
  const { productionOrderId } = operation.route;
  return withQuantity(
    {
      ...operation,
      jobOrderId: reworkOrderId(productionOrderId, route.eventId),
      overDeliveryPercent: 0,
      boxQuantity: null,
      countAuthority: "operator",
      materials: [],
      blockedBy: null,
      hold: null,
      status: "released",
      route: { ...operation.route, previousJobOrderId: null, transferQuantity: null },
      kind: "rework",
      reworkOf: {
        jobOrderId: route.fromJobOrderId,
        bookingId: route.eventId,
        reasonCode: route.reasonCode,
        operation: from.operation,
      },
    },
    route,
  );
}

/** Pieces that were reversed leave the rework order; with the last of them it is cancelled (RW-8). */
export function withQuantity(order: JobOrder, { quantity, takenBack }: ReworkRoute): JobOrder {
  const left = quantity - takenBack;
  if (left > 0) return { ...order, plannedQuantity: left };
  return { ...order, plannedQuantity: quantity, status: "cancelled" };
}
