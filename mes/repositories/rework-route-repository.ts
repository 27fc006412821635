import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";

/** A booking of rework that sent its pieces back. */
export interface ReworkRoute {
  readonly eventId: string;
  readonly fromJobOrderId: string;
  readonly toJobOrderId: string;
  readonly reasonCode: string | null;
  readonly quantity: number;
  /** Of these, reversed since. */
  readonly takenBack: number;
  /** As much of `takenBack` as its rework order knows of; null: there is no rework order yet. */
  readonly settled: number | null;
}

export async function insertReworkRoutes(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "rework-routed").map(({ effect, arrival: { entry } }) => ({
    ...effect,
    eventId: entry.eventId,
  }));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO rework_route (event_id, from_job_order_id, to_job_order_id, reason_code, quantity)
     SELECT "eventId", "jobOrderId", "toJobOrderId", "reasonCode", quantity
     FROM json_to_recordset($1::text::json) AS row ("eventId" text, "jobOrderId" text, "toJobOrderId" text,
       "reasonCode" text, quantity bigint)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Takes the pieces of counter-bookings from the routes among the bookings. */
export async function takeBackReworkRoutes(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "reversal").map(({ effect }) => effect);
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE rework_route r SET taken_back = least(r.quantity, taken_back + coalesce(row.pieces, r.quantity))
     FROM (SELECT reverses, CASE WHEN bool_or(quantity IS NULL) THEN NULL ELSE sum(quantity)::bigint END AS pieces
       FROM json_to_recordset($1::text::json) AS each (reverses text, quantity bigint) GROUP BY reverses) AS row
     WHERE event_id = reverses`,
    [JSON.stringify(rows)],
  );
}

/** All of these production orders, in the order of their ids. */
export async function readReworkRoutes(
  db: Queries,
  productionOrderIds: readonly string[],
): Promise<readonly ReworkRoute[]> {
  return db.query<ReworkRoute>(
    `SELECT event_id AS "eventId", from_job_order_id AS "fromJobOrderId", to_job_order_id AS "toJobOrderId",
       reason_code AS "reasonCode", quantity, taken_back AS "takenBack", settled
     FROM rework_route JOIN job_order ON job_order_id = from_job_order_id
     WHERE production_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY event_id`,
    [JSON.stringify(productionOrderIds)],
  );
}

export async function markSettled(tx: Queries, eventIds: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE rework_route SET settled = taken_back
     WHERE event_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(eventIds)],
  );
}
