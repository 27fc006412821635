import type { Queries } from "../../database/database.ts";

export interface NextOperation {
  readonly jobOrderId: string;
  readonly previousJobOrderId: string;
}

/** Orders whose route says that they take the good pieces of one of these. */
export async function nextOperations(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly NextOperation[]> {
  return db.query<NextOperation>(
    `SELECT sibling.job_order_id AS "jobOrderId", one.job_order_id AS "previousJobOrderId"
     FROM job_order one
     JOIN job_order sibling ON sibling.production_order_id = one.production_order_id
       AND sibling.body::json->'route'->>'previousJobOrderId' = one.job_order_id
     WHERE one.job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
}
