import type { MasterData } from "../master-data.ts";
import type { JobOrder } from "./job-order.ts";
import { type JobOrderProgress, producedQuantity } from "./job-order-progress.ts";
import { producedElsewhere } from "./known-good.ts";

type Routed = Pick<JobOrder, "upstream" | "plannedQuantity">;

/** Pieces that came to an operation, first time and back from rework; null: nobody here knows. */
export function cameHere({ upstream }: Pick<JobOrder, "upstream">): number | null {
  return upstream === undefined || upstream === null ? null : upstream.handedOn + upstream.returned;
}

/**
 * Good pieces that can still be asked of an operation (RW-5): planned, unless the one before it has ended with fewer.
 * What that one lost is its own loss.
 */
export function expectedQuantity({ upstream, plannedQuantity }: Routed): number {
  if (upstream === undefined || upstream === null || !upstream.isFinished) return plannedQuantity;
  return Math.min(plannedQuantity, upstream.handedOn);
}

/** Pieces that lie here to be worked: what came less what was booked, here or at other stations; null: nobody knows. */
export function suggestedQuantity(
  order: Pick<JobOrder, "upstream" | "jobOrderId">,
  progress: JobOrderProgress | undefined,
  master: Pick<MasterData, "made-elsewhere">,
): number | null {
  const came = cameHere(order);
  if (came === null) return null;
  const here = progress === undefined ? 0 : producedQuantity(progress);
  return Math.max(0, came - here - producedElsewhere(master, order.jobOrderId));
}

/** The number of the operation before this one, as people call it; empty: the MES did not tell. */
export function previousOperation({ route, earlierOperations }: JobOrder): {
  readonly number: string;
  readonly plannedQuantity: number | null;
} {
  const previous = earlierOperations?.find(({ jobOrderId }) => jobOrderId === route?.previousJobOrderId);
  return { number: previous?.operation.number ?? "", plannedQuantity: previous?.plannedQuantity ?? null };
}
