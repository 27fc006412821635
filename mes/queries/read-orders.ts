import type { CountAuthority, JobOrder } from "../../shared/domain/orders/job-order.ts";
import { goodQuantity, type OrderSums } from "../../shared/domain/orders/job-order-progress.ts";
import { plannerStop } from "../../shared/domain/orders/planner-stop.ts";
import type { OrderRow } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";
import { mergeOrderState } from "./order-state.ts";

interface JoinedRow {
  readonly body: string;
  readonly countAuthority: CountAuthority | null;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
  readonly states: string;
  readonly startedUtc: string | null;
  readonly finishedUtc: string | null;
  readonly measured: number;
  readonly outside: number;
  readonly defects: number;
}

/** Grouped once for all orders: asked per order, the same rows cost seconds on a plant of some thousand orders. */
const SELECT_ORDERS = `
  SELECT o.body, p.count_authority AS "countAuthority",
    coalesce(p.counted, 0) AS counted, coalesce(p.reported_good, 0) AS "reportedGood",
    coalesce(p.scrap, 0) AS scrap, coalesce(p.rework, 0) AS rework,
    coalesce(s.states, '') AS states, s.started_utc AS "startedUtc", s.finished_utc AS "finishedUtc",
    coalesce(m.measured, 0) AS measured, coalesce(m.outside, 0) AS outside, coalesce(d.defects, 0) AS defects
  FROM job_order o
  LEFT JOIN order_progress p ON p.job_order_id = o.job_order_id
  LEFT JOIN (SELECT job_order_id, string_agg(state, ',' ORDER BY station_id) AS states,
      min(started_utc) AS started_utc, min(finished_utc) AS finished_utc
    FROM station_order GROUP BY job_order_id) s ON s.job_order_id = o.job_order_id
  LEFT JOIN (SELECT job_order_id, count(*) AS measured, count(*) FILTER (WHERE result <> 'inside') AS outside
    FROM measurement WHERE withdrawn_by IS NULL GROUP BY job_order_id) m ON m.job_order_id = o.job_order_id
  LEFT JOIN (SELECT job_order_id, sum(quantity - taken_back) AS defects
    FROM defect GROUP BY job_order_id) d ON d.job_order_id = o.job_order_id`;

/** All job orders, as the planner ranked them: by due time, then by id. */
export async function readOrders(db: Queries): Promise<readonly OrderRow[]> {
  const rows = await db.query<JoinedRow>(SELECT_ORDERS);
  return rows
    .map(orderRow)
    .toSorted(
      (left, right) => compare(left.dueUtc, right.dueUtc) || compare(left.jobOrderId, right.jobOrderId),
    );
}

function orderRow(row: JoinedRow): OrderRow {
  const jobOrder = parse(row);
  return {
    jobOrderId: jobOrder.jobOrderId,
    productionOrderId: null,
    nextOperation: null,
    outlook: null,
    itemName: jobOrder.item.name,
    operation: `${jobOrder.operation.number} ${jobOrder.operation.name}`.trim(),
    workUnit: jobOrder.workUnit,
    plannedQuantity: jobOrder.plannedQuantity,
    good: goodQuantity(sumsOf(row, jobOrder)),
    scrap: row.scrap,
    rework: row.rework,
    checks: { measured: row.measured, outside: row.outside },
    defects: row.defects,
    state: mergeOrderState(jobOrder, row.states.split(",")),
    blockedBy: jobOrder.blockedBy,
    plannerReason: plannerStop(jobOrder)?.reason ?? null,
    dueUtc: jobOrder.dueUtc,
    startedUtc: row.startedUtc,
    finishedUtc: row.finishedUtc,
  };
}

/** What counted when the order was started counts to its end; before that, what the planner says now. */
function sumsOf(row: JoinedRow, jobOrder: JobOrder): OrderSums {
  const { counted, reportedGood, scrap, rework } = row;
  return {
    countAuthority: row.countAuthority ?? jobOrder.countAuthority,
    counted,
    reportedGood,
    scrap,
    rework,
  };
}

function parse(row: JoinedRow): JobOrder {
  return JSON.parse(row.body) as JobOrder; // checked by its schema before it was stored
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
