import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { lockJobOrders } from "../repositories/job-order-repository.ts";
import { lockAllStations } from "../repositories/station-repository.ts";
import type { Body, CommandOf } from "./command.ts";
import { importJobOrders } from "./import-job-orders.ts";
import { type Written, wroteNothing } from "./written.ts";

export type CancelOutcome = "cancelled" | "was-cancelled" | "unknown-order";

/** Cancels an order: no station may start it any more. Pieces already made on it stay booked. */
export async function cancelJobOrder(
  tx: Queries,
  { jobOrderId, atUtc }: CommandOf<"cancel-job-order">,
  vocabulary: Vocabulary,
): Promise<Written<CancelOutcome>> {
  await lockAllStations(tx);
  const known = (await lockJobOrders(tx, [jobOrderId])).get(jobOrderId);
  if (known === undefined) return wroteNothing("unknown-order");
  if (known.status === "cancelled") return wroteNothing("was-cancelled");
  const body = { ...(JSON.parse(known.body) as Body), status: "cancelled" };
  const written = await importJobOrders(
    tx,
    { kind: "import-job-orders", atUtc, jobOrders: [body] },
    vocabulary,
  );
  return { ...written, value: "cancelled" };
}
