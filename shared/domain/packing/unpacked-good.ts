import { goodQuantity } from "../orders/job-order-progress.ts";
import type { StationState } from "../station-state.ts";

/** Good pieces of an order that this station made and that are in no unit yet; 0 where it knows no figures of it. */
export function unpackedGood(state: StationState, jobOrderId: string): number {
  const progress = state.jobOrder.get(jobOrderId);
  if (progress === undefined) return 0;
  return Math.max(0, goodQuantity(progress) - (state.packedPieces.get(jobOrderId)?.quantity ?? 0));
}
