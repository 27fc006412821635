import { accept, type Result, refuse } from "../../lib/result.ts";
import type { EventPayload } from "../event.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { JobOrder } from "./job-order.ts";

interface Sent {
  readonly reworkTo?: EventPayload<"quantity.reported">["reworkTo"];
}

/**
 * Where a booking of rework sends its pieces (RW-9): to an operation before this one, as the MES told of it, or nowhere.
 * @returns refused when the operation is none of them
 */
export function reworkDestination(
  order: JobOrder | undefined,
  { kind, toJobOrderId }: { readonly kind: "scrap" | "rework"; readonly toJobOrderId?: string | undefined },
): Result<Sent, Refusal> {
  if (kind !== "rework" || toJobOrderId === undefined) return accept({});
  const target = order?.earlierOperations?.find(({ jobOrderId }) => jobOrderId === toJobOrderId);
  if (target === undefined) return refuse(refusal("unknown-operation", { order: toJobOrderId }));
  return accept({ reworkTo: { jobOrderId: toJobOrderId, operation: target.operation.number } });
}
