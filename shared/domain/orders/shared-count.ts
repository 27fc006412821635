import type { MasterData } from "../master-data.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";
import { companyOf, splitPieces } from "./split-pieces.ts";

export interface CountedShare {
  /** undefined: no order is on the machine. */
  readonly order: JobOrderProgress | undefined;
  readonly pieces: number;
  /** Only where several orders run together. */
  readonly split?: { readonly company: string; readonly phase: number };
}

/**
 * To whom the pieces of a reading go. The first share is always there, with or without pieces: it carries the reading
 * itself.
 */
export function sharedCount(
  master: MasterData,
  orders: readonly JobOrderProgress[],
  from: { readonly pieces: number; readonly before: CountedShare["split"] },
): readonly CountedShare[] {
  const { pieces, before } = from;
  if (orders.length < 2) return [{ order: orders[0], pieces }];
  const shares = orders.map(({ jobOrderId }) => ({
    jobOrderId,
    weight: master["job-order"].get(jobOrderId)?.piecesPerCycle ?? 1,
  }));
  const company = companyOf(shares);
  const done = splitPieces(pieces, shares, before?.company === company ? before.phase : 0);
  const split = { company, phase: done.phase };
  return orders
    .map((order, index) => ({ order, pieces: done.parts[index] ?? 0, split }))
    .filter((share, index) => index === 0 || share.pieces > 0);
}
