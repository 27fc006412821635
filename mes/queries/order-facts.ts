import type { CountAuthority, JobOrder } from "../../shared/domain/orders/job-order.ts";
import { goodQuantity, type OrderSums } from "../../shared/domain/orders/job-order-progress.ts";
import type { Queries, SqlValue } from "../database/database.ts";
import { mergeOrderState } from "./order-state.ts";

/** A job order with what all stations made of it. */
export interface OrderFacts {
  readonly jobOrder: JobOrder;
  readonly state: ReturnType<typeof mergeOrderState>;
  readonly sums: OrderSums;
  readonly good: number;
  /** Stations that set it up or run it now. */
  readonly stationIds: readonly string[];
  readonly startedUtc: string | null;
  /** When a station that has begun it and not ended it last said how it stands. */
  readonly sinceUtc: string | null;
  readonly finishedUtc: string | null;
}

/** Which rows of `job_order`, as the end of a SELECT: `WHERE … ORDER BY … LIMIT …`. */
export interface WhichOrders {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

interface JoinedRow extends Omit<OrderSums, "countAuthority"> {
  readonly body: string;
  readonly countAuthority: CountAuthority | null;
  readonly states: string;
  readonly stations: string;
  readonly startedUtc: string | null;
  readonly sinceUtc: string | null;
  readonly finishedUtc: string | null;
}

/**
 * In no order: the rows are joined with others after they were chosen. Each one's sums are looked up by index: joined at once
 * (the LIMIT keeps the planner from it) the sums of all orders there ever were would be read.
 */
export async function readOrderFacts(
  db: Queries,
  { sql, values }: WhichOrders,
): Promise<readonly OrderFacts[]> {
  const rows = await db.query<JoinedRow>(
    `SELECT o.body, p.count_authority AS "countAuthority",
       coalesce(p.counted, 0) AS counted, coalesce(p.reported_good, 0) AS "reportedGood",
       coalesce(p.scrap, 0) AS scrap, coalesce(p.rework, 0) AS rework,
       coalesce(s.states, '') AS states, coalesce(s.stations, '') AS stations,
       s.started_utc AS "startedUtc", s.since_utc AS "sinceUtc", s.finished_utc AS "finishedUtc"
     FROM (SELECT job_order_id, body FROM job_order ${sql}) o
     LEFT JOIN LATERAL (SELECT * FROM order_progress WHERE job_order_id = o.job_order_id LIMIT 1) p ON true
     LEFT JOIN LATERAL (SELECT string_agg(state, ',' ORDER BY station_id) AS states,
         string_agg(station_id, ',' ORDER BY station_id) FILTER (WHERE state IN ('setting-up', 'running')) AS stations,
         max(since_utc) FILTER (WHERE state IN ('setting-up', 'running', 'paused', 'held')) AS since_utc,
         min(started_utc) AS started_utc, min(finished_utc) AS finished_utc
       FROM station_order WHERE job_order_id = o.job_order_id) s ON true`,
    values,
  );
  return rows.map(orderFacts);
}

/** @returns undefined when there is no such order */
export async function readOrder(db: Queries, jobOrderId: string): Promise<OrderFacts | undefined> {
  const [found] = await readOrderFacts(db, { sql: "WHERE job_order_id = $1", values: [jobOrderId] });
  return found;
}

function orderFacts({ body, states, stations, ...row }: JoinedRow): OrderFacts {
  const jobOrder = JSON.parse(body) as JobOrder; // checked by its schema before it was stored
  const { counted, reportedGood, scrap, rework } = row;
  // What counted when the order was started counts to its end; before that, what the planner says now.
  const countAuthority = row.countAuthority ?? jobOrder.countAuthority;
  const sums = { countAuthority, counted, reportedGood, scrap, rework };
  return {
    jobOrder,
    state: mergeOrderState(jobOrder, states.split(",")),
    sums,
    good: goodQuantity(sums),
    stationIds: stations === "" ? [] : stations.split(","),
    startedUtc: row.startedUtc,
    sinceUtc: row.sinceUtc,
    finishedUtc: row.finishedUtc,
  };
}

/** Nobody has begun it, so it stands in the queue of its work unit; also while the planner holds it. */
export function isWaiting({ state, startedUtc }: OrderFacts): boolean {
  return state === "released" || (state === "held" && startedUtc === null);
}
