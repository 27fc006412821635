import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { searchText } from "../../shared/domain/orders/search-text.ts";
import type { Queries } from "../database/database.ts";

export interface StoredJobOrder {
  readonly jobOrderId: string;
  readonly workUnit: string;
  readonly status: JobOrder["status"];
  /** null: it is no operation of a production order. */
  readonly productionOrderId: string | null;
  /** JSON text as it was imported. */
  readonly body: string;
}

const COLUMNS = `job_order_id AS "jobOrderId", work_unit AS "workUnit", status,
  production_order_id AS "productionOrderId", body`;

/** The stored ones of these orders, locked in one order. Stations must be locked before. */
export async function lockJobOrders(
  tx: Queries,
  jobOrderIds: readonly string[],
): Promise<ReadonlyMap<string, StoredJobOrder>> {
  const rows = await tx.query<StoredJobOrder>(
    `SELECT ${COLUMNS} FROM job_order
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY job_order_id FOR UPDATE`,
    [JSON.stringify(jobOrderIds)],
  );
  return new Map(rows.map((row) => [row.jobOrderId, row]));
}

/** The stored ones of these orders. */
export async function readJobOrders(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<ReadonlyMap<string, StoredJobOrder>> {
  const rows = await db.query<StoredJobOrder>(
    `SELECT ${COLUMNS} FROM job_order WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(jobOrderIds)],
  );
  return new Map(rows.map((row) => [row.jobOrderId, row]));
}

export async function upsertJobOrders(
  tx: Queries,
  jobOrders: readonly StoredJobOrder[],
  atUtc: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO job_order (job_order_id, work_unit, status, production_order_id, body, imported_at, due_at, search_text,
       item_id)
     SELECT "jobOrderId", "workUnit", status, "productionOrderId", body, $2::timestamptz, "dueUtc"::timestamptz, "searchText",
       "itemId"
     FROM json_to_recordset($1::text::json) AS row ("jobOrderId" text, "workUnit" text, status text,
       "productionOrderId" text, body text, "dueUtc" text, "searchText" text, "itemId" text)
     ON CONFLICT (job_order_id) DO UPDATE SET work_unit = excluded.work_unit, status = excluded.status,
       production_order_id = excluded.production_order_id, body = excluded.body, imported_at = excluded.imported_at,
       due_at = excluded.due_at, search_text = excluded.search_text, item_id = excluded.item_id`,
    [JSON.stringify(jobOrders.map(withShown)), atUtc],
  );
  await markEnded(
    tx,
    jobOrders.map(({ jobOrderId }) => jobOrderId),
  );
}

/** What lists sort by and search in, and which item it makes. */
function withShown(stored: StoredJobOrder): object {
  const order = JSON.parse(stored.body) as JobOrder; // checked by its schema before it got here
  return { ...stored, dueUtc: order.dueUtc, searchText: searchText(order), itemId: order.item.itemId };
}

/**
 * Keeps beside each of these orders whether it has ended: the planner took it back, a station finished it, or all that
 * began it gave it up. The same as `mergeOrderState` says, in one statement.
 */
export async function markEnded(tx: Queries, jobOrderIds: readonly string[]): Promise<void> {
  if (jobOrderIds.length === 0) return;
  await tx.query(
    `UPDATE job_order o SET ended = now.ended
     FROM (
       SELECT locked.job_order_id, locked.status <> 'released' OR coalesce(s.finished, false)
         OR (coalesce(s.aborted, false) AND NOT s.worked) AS ended
       FROM (SELECT job_order_id, status FROM job_order
         WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))
         ORDER BY job_order_id FOR UPDATE) locked
       LEFT JOIN LATERAL (SELECT bool_or(state = 'finished') AS finished, bool_or(state = 'aborted') AS aborted,
           bool_or(state IN ('setting-up', 'running', 'paused', 'held')) AS worked
         FROM station_order WHERE job_order_id = locked.job_order_id) s ON true) now
     WHERE o.job_order_id = now.job_order_id AND o.ended <> now.ended`,
    [JSON.stringify(jobOrderIds)],
  );
}

export async function listJobOrdersOf(
  db: Queries,
  workUnits: readonly string[],
): Promise<readonly StoredJobOrder[]> {
  return db.query<StoredJobOrder>(
    `SELECT ${COLUMNS} FROM job_order
     WHERE work_unit = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY job_order_id`,
    [JSON.stringify(workUnits)],
  );
}

/** Those that have not ended. */
export async function listOpenJobOrdersOf(
  db: Queries,
  workUnits: readonly string[],
): Promise<readonly StoredJobOrder[]> {
  return db.query<StoredJobOrder>(
    `SELECT ${COLUMNS} FROM job_order
     WHERE NOT ended AND work_unit = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY job_order_id`,
    [JSON.stringify(workUnits)],
  );
}
