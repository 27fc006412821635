import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";

/** What one station has booked on one order. Quantities are whole pieces. */
export interface StationShare {
  readonly stationId: string;
  readonly jobOrderId: string;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
}

/** Adds the deltas of a batch to the sums of its station; an order that was only begun gets a row of zeros. */
export async function addStationProgress(
  tx: Queries,
  stationId: string,
  caused: readonly CausedEffect[],
): Promise<void> {
  const deltas = pickEffects(caused, "progress").map(({ effect }) => effect);
  if (deltas.length === 0) return;
  await tx.query(
    `INSERT INTO station_progress AS kept (station_id, job_order_id, counted, reported_good, scrap, rework)
     SELECT $1, "jobOrderId", sum(counted)::bigint, sum(good)::bigint, sum(scrap)::bigint, sum(rework)::bigint
     FROM json_to_recordset($2::text::json) AS delta ("jobOrderId" text, counted bigint, good bigint, scrap bigint,
       rework bigint)
     GROUP BY "jobOrderId"
     ON CONFLICT (station_id, job_order_id) DO UPDATE SET
       counted = kept.counted + excluded.counted, reported_good = kept.reported_good + excluded.reported_good,
       scrap = kept.scrap + excluded.scrap, rework = kept.rework + excluded.rework`,
    [stationId, JSON.stringify(deltas)],
  );
}

/** What every station has booked on each of these orders. */
export async function readStationShares(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly StationShare[]> {
  return db.query<StationShare>(
    `SELECT station_id AS "stationId", job_order_id AS "jobOrderId", counted, reported_good AS "reportedGood",
       scrap, rework
     FROM station_progress WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))
     ORDER BY job_order_id, station_id`,
    [JSON.stringify(jobOrderIds)],
  );
}
