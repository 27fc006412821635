import type { JobOrder } from "./job-order.ts";

/** Planned and the tolerance on top, in whole pieces (QU-2); without a tolerance there is no end. */
export function mostGood({
  plannedQuantity,
  overDeliveryPercent,
}: Pick<JobOrder, "plannedQuantity" | "overDeliveryPercent">): number {
  if (overDeliveryPercent === undefined) return Number.POSITIVE_INFINITY;
  return Math.floor(plannedQuantity * (1 + overDeliveryPercent / 100));
}
