import type { CountAuthority, JobOrder } from "../../shared/domain/orders/job-order.ts";
import { goodQuantity } from "../../shared/domain/orders/job-order-progress.ts";
import type { Queries } from "../database/database.ts";

/** Condition on a row of `station_order`, word for word that of the index of migration 240. */
export const AT_WORK = "state IN ('setting-up', 'running', 'paused', 'held')";

/** An order that some station has begun and not ended, with what all stations made of it. */
export interface OrderAtWork {
  readonly jobOrderId: string;
  readonly itemName: string;
  readonly plannedQuantity: number;
  readonly good: number;
  readonly scrap: number;
}

interface JoinedRow {
  readonly body: string;
  readonly countAuthority: CountAuthority | null;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
}

/** Only these: of the orders there ever were, a plant of some years has thousands. */
export async function readOrdersAtWork(db: Queries): Promise<readonly OrderAtWork[]> {
  const rows = await db.query<JoinedRow>(
    `SELECT o.body, p.count_authority AS "countAuthority", coalesce(p.counted, 0) AS counted,
       coalesce(p.reported_good, 0) AS "reportedGood", coalesce(p.scrap, 0) AS scrap, coalesce(p.rework, 0) AS rework
     FROM (SELECT DISTINCT job_order_id FROM station_order WHERE ${AT_WORK}) w
     JOIN job_order o ON o.job_order_id = w.job_order_id
     LEFT JOIN order_progress p ON p.job_order_id = w.job_order_id`,
  );
  return rows.map(orderAtWork);
}

function orderAtWork({ body, countAuthority, ...sums }: JoinedRow): OrderAtWork {
  const order = JSON.parse(body) as JobOrder; // checked by its schema before it was stored
  return {
    jobOrderId: order.jobOrderId,
    itemName: order.item.name,
    plannedQuantity: order.plannedQuantity,
    good: goodQuantity({ ...sums, countAuthority: countAuthority ?? order.countAuthority }),
    scrap: sums.scrap,
  };
}
