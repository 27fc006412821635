import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { mostGood } from "../../shared/domain/orders/most-good.ts";
import type { AttentionOf } from "../../shared/protocol/attention.ts";
import type { Queries } from "../database/database.ts";
import { readOrder } from "../queries/order-facts.ts";
import { dropAttention, keepAttention } from "../repositories/attention-repository.ts";

/**
 * Tells a person when several stations together have made more of an order than is wanted: none of them can see that by
 * itself (SE-4). A function of the sums alone, so it does not matter whose news came first; once it is no longer so, the
 * line is gone.
 */
export async function settleOverDelivery(
  tx: Queries,
  jobOrderIds: readonly string[],
  atUtc: string,
): Promise<void> {
  for (const { jobOrderId, stations, stationId } of await sharedOrders(tx, jobOrderIds)) {
    const found = await readOrder(tx, jobOrderId);
    if (found === undefined) continue;
    const { good, jobOrder } = found;
    const { plannedQuantity } = jobOrder;
    const line = { kind: "over-delivery", id: `over:${jobOrderId}`, stationId, sinceUtc: atUtc } as const;
    const told: AttentionOf<"over-delivery"> = { ...line, jobOrderId, good, plannedQuantity, stations };
    if (good > wanted(jobOrder)) await keepAttention(tx, told, atUtc);
    else await dropAttention(tx, told.id);
  }
}

/** Without a tolerance nothing more than planned is wanted, though nobody is kept from making it (QU-2). */
function wanted(order: JobOrder): number {
  return mostGood({ ...order, overDeliveryPercent: order.overDeliveryPercent ?? 0 });
}

interface SharedOrder {
  readonly jobOrderId: string;
  readonly stations: number;
  /** The first of them by name: where the line is shown. */
  readonly stationId: string;
}

async function sharedOrders(tx: Queries, jobOrderIds: readonly string[]): Promise<readonly SharedOrder[]> {
  if (jobOrderIds.length === 0) return [];
  return tx.query<SharedOrder>(
    `SELECT job_order_id AS "jobOrderId", count(*) AS stations, min(station_id) AS "stationId"
     FROM station_order
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) AND state <> 'none'
     GROUP BY job_order_id HAVING count(*) > 1 ORDER BY job_order_id`,
    [JSON.stringify(jobOrderIds)],
  );
}
