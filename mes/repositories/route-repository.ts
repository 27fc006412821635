import type { CountAuthority, JobOrder } from "../../shared/domain/orders/job-order.ts";
import { goodQuantity } from "../../shared/domain/orders/job-order-progress.ts";
import type { Queries } from "../database/database.ts";
import { mergeOrderState } from "../queries/order-state.ts";

/** A job order of a production order with what all stations made of it, and what its stations were told last. */
export interface RouteOrder {
  readonly order: JobOrder;
  readonly state: ReturnType<typeof mergeOrderState>;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  /** null: nothing was told yet. */
  readonly news: string | null;
}

/** Production orders of these job orders, in the order of their ids. */
export async function productionOrdersOf(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly string[]> {
  if (jobOrderIds.length === 0) return [];
  const rows = await db.query<{ readonly id: string }>(
    `SELECT DISTINCT production_order_id AS id FROM job_order
     WHERE production_order_id IS NOT NULL AND job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))
     ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
  return rows.map(({ id }) => id);
}

/** Work units of these job orders and of all operations of the production orders that they belong to. */
export async function workUnitsConcerned(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly string[]> {
  if (jobOrderIds.length === 0) return [];
  const rows = await db.query<{ readonly workUnit: string }>(
    `SELECT work_unit AS "workUnit" FROM job_order
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))
     UNION
     SELECT sibling.work_unit FROM job_order one
     JOIN job_order sibling ON sibling.production_order_id = one.production_order_id
     WHERE one.job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
  return rows.map(({ workUnit }) => workUnit);
}

interface JoinedRow {
  readonly body: string;
  readonly countAuthority: CountAuthority | null;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
  readonly states: string;
  readonly news: string | null;
}

/** All job orders of one production order, rework orders last, else by sequence and id. */
export async function readRouteOrders(
  db: Queries,
  productionOrderId: string,
): Promise<readonly RouteOrder[]> {
  const rows = await db.query<JoinedRow>(
    `SELECT o.body, p.count_authority AS "countAuthority", coalesce(p.counted, 0) AS counted,
       coalesce(p.reported_good, 0) AS "reportedGood", coalesce(p.scrap, 0) AS scrap, coalesce(p.rework, 0) AS rework,
       coalesce(s.states, '') AS states, n.news
     FROM job_order o
     LEFT JOIN order_progress p ON p.job_order_id = o.job_order_id
     LEFT JOIN LATERAL (SELECT string_agg(state, ',') AS states FROM station_order
       WHERE job_order_id = o.job_order_id) s ON true
     LEFT JOIN route_news n ON n.job_order_id = o.job_order_id
     WHERE o.production_order_id = $1`,
    [productionOrderId],
  );
  return rows.map(routeOrder).toSorted(byPlace);
}

function routeOrder(row: JoinedRow): RouteOrder {
  const order = JSON.parse(row.body) as JobOrder; // checked by its schema before it was stored
  const countAuthority = row.countAuthority ?? order.countAuthority;
  const { scrap, rework, news } = row;
  const state = mergeOrderState(order, row.states.split(","));
  return { order, state, good: goodQuantity({ ...row, countAuthority }), scrap, rework, news };
}

function byPlace({ order: left }: RouteOrder, { order: right }: RouteOrder): number {
  const rank = ({ kind, route }: JobOrder) => [kind === "rework" ? 1 : 0, route?.sequence ?? 0] as const;
  const [leftKind, leftSequence] = rank(left);
  const [rightKind, rightSequence] = rank(right);
  const byId = left.jobOrderId < right.jobOrderId ? -1 : 1;
  return leftKind - rightKind || leftSequence - rightSequence || byId;
}

export interface RouteNews {
  readonly jobOrderId: string;
  readonly news: string;
}

export async function writeRouteNews(
  tx: Queries,
  news: readonly RouteNews[],
  asOfUtc: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO route_news (job_order_id, news, as_of)
     SELECT "jobOrderId", news, $2 FROM json_to_recordset($1::text::json) AS row ("jobOrderId" text, news text)
     ON CONFLICT (job_order_id) DO UPDATE SET news = excluded.news, as_of = excluded.as_of`,
    [JSON.stringify(news), asOfUtc],
  );
}

/** What the stations were told of each of these orders, with its time. */
export async function readRouteNews(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly news: string; readonly asOfUtc: string }>> {
  const rows = await db.query<RouteNews & { readonly asOfUtc: string }>(
    `SELECT job_order_id AS "jobOrderId", news, as_of AS "asOfUtc" FROM route_news
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(jobOrderIds)],
  );
  return new Map(rows.map(({ jobOrderId, ...row }) => [jobOrderId, row]));
}
