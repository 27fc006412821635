import type { OrderRow } from "../../shared/protocol/pages.ts";
import type { Queries } from "../database/database.ts";

const THESE = "ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))";

/** Measured values that stand, and those of them outside of their limits. */
type Checks = OrderRow["checks"];

export async function readChecks(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Checks>> {
  const rows = await db.query<Checks & { readonly id: string }>(
    `SELECT job_order_id AS id, count(*) AS measured, count(*) FILTER (WHERE result <> 'inside') AS outside
     FROM measurement WHERE withdrawn_by IS NULL AND job_order_id = ${THESE} GROUP BY job_order_id`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, ...checks }) => [id, checks]));
}

/** Pieces with a defect that was not taken back. */
export async function readDefectivePieces(
  db: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ readonly id: string; readonly pieces: number }>(
    `SELECT job_order_id AS id, sum(quantity - taken_back) AS pieces FROM defect
     WHERE job_order_id = ${THESE} GROUP BY job_order_id`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, pieces }) => [id, pieces]));
}
