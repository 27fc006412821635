import type { JobOrder } from "./job-order.ts";

/** Pieces of `jobOrderId` that a rework order repairs, and that go back to it. */
export interface RepairedPieces {
  readonly jobOrderId: string;
  /** So many were sent there and not taken back. */
  readonly pieces: number;
}

/**
 * @param isBegun some station has worked it
 * @returns undefined for an order that repairs nothing, and for one that was cancelled before anybody began it: a slip of a
 *   finger that was undone
 */
export function repairedPieces(order: JobOrder | undefined, isBegun: boolean): RepairedPieces | undefined {
  if (order?.reworkOf === undefined || order.reworkOf === null) return undefined;
  const isCancelled = order.status === "cancelled";
  if (isCancelled && !isBegun) return undefined;
  return { jobOrderId: order.reworkOf.jobOrderId, pieces: isCancelled ? 0 : order.plannedQuantity };
}
