import type { Mes } from "../open-mes.ts";
import { readOrder } from "../queries/order-facts.ts";
import { readChecks, readDefectivePieces } from "../queries/read-findings.ts";

/**
 * What a page shows of an order, without the times of its start and finish: of two stations' finishes the one that came
 * first ends the order, so these times follow arrival.
 */
export async function orderSums(mes: Mes, jobOrderId: string): Promise<object> {
  const found = await readOrder(mes.database, jobOrderId);
  if (found === undefined) throw new Error(`No order ${jobOrderId}`);
  const { good, sums, state } = found;
  const none = { measured: 0, outside: 0 };
  const checks = (await readChecks(mes.database, [jobOrderId])).get(jobOrderId) ?? none;
  const defects = (await readDefectivePieces(mes.database, [jobOrderId])).get(jobOrderId) ?? 0;
  return { good, scrap: sums.scrap, rework: sums.rework, checks, defects, state };
}

/** Counts the rows of a table that a test may have doubled. */
export async function countRows(
  mes: Mes,
  table: "journal_event" | "quarantine" | "maintenance_order" | "reversal",
  stationId?: string,
): Promise<number> {
  const where = stationId === undefined || table === "reversal" ? "" : "WHERE station_id = $1";
  const rows = await mes.database.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${table} ${where}`,
    where === "" || stationId === undefined ? [] : [stationId],
  );
  return rows[0]?.count ?? 0;
}
