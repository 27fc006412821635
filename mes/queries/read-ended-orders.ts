import { searchWords } from "../../shared/domain/orders/search-text.ts";
import type { Queries, SqlValue } from "../database/database.ts";
import { type OrderFacts, readOrderFacts } from "./order-facts.ts";
import type { OrderSelection } from "./select-orders.ts";

type Wanted = Pick<OrderSelection, "search" | "workUnit">;

interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export async function countEnded(db: Queries, wanted: Wanted): Promise<number> {
  const { sql, values } = conditionOf(wanted);
  const rows = await db.query<{ readonly orders: number }>(
    `SELECT count(*) AS orders FROM job_order ${sql}`,
    values,
  );
  return rows[0]?.orders ?? 0;
}

/** Orders that ended, latest due first: only as many as are shown are read, however many there ever were. */
export async function readEnded(
  db: Queries,
  wanted: Wanted,
  { skip, most }: { readonly skip: number; readonly most: number },
): Promise<readonly OrderFacts[]> {
  if (most <= 0) return [];
  const { sql, values } = conditionOf(wanted);
  const place = `LIMIT $${values.length + 1} OFFSET $${values.length + 2}`;
  const found = await readOrderFacts(db, {
    sql: `${sql} ORDER BY due_at DESC, job_order_id ${place}`,
    values: [...values, most, skip],
  });
  return found.toSorted(
    ({ jobOrder: left }, { jobOrder: right }) =>
      Date.parse(right.dueUtc) - Date.parse(left.dueUtc) || (left.jobOrderId < right.jobOrderId ? -1 : 1),
  );
}

function conditionOf({ search, workUnit }: Wanted): Condition {
  const words = searchWords(search).map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const found = words.map((_, index) => `AND search_text LIKE $${index + 1}`);
  const ofUnit = workUnit === null ? "" : `AND work_unit = $${words.length + 1}`;
  return {
    sql: `WHERE ended ${found.join(" ")} ${ofUnit}`,
    values: workUnit === null ? words : [...words, workUnit],
  };
}
