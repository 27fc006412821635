import type { CountAuthority } from "../../shared/domain/orders/job-order.ts";
import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { type EffectOf, pickEffects } from "../ingest/pick-effects.ts";
import { markEnded } from "./job-order-repository.ts";

/** Adds the deltas of a batch to the sums of its orders, one row per order. */
export async function addProgress(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const sums = new Map<string, EffectOf<"progress">>();
  for (const { effect } of pickEffects(caused, "progress")) {
    const sum = sums.get(effect.jobOrderId);
    sums.set(effect.jobOrderId, sum === undefined ? effect : added(sum, effect));
  }
  if (sums.size === 0) return;
  await tx.query(
    `INSERT INTO order_progress AS kept (job_order_id, count_authority, counted, reported_good, scrap, rework)
     SELECT "jobOrderId", "countAuthority", counted, good, scrap, rework
     FROM json_to_recordset($1::text::json) AS delta ("jobOrderId" text, "countAuthority" text, counted bigint,
       good bigint, scrap bigint, rework bigint)
     ON CONFLICT (job_order_id) DO UPDATE SET
       count_authority = least(kept.count_authority, excluded.count_authority),
       counted = kept.counted + excluded.counted, reported_good = kept.reported_good + excluded.reported_good,
       scrap = kept.scrap + excluded.scrap, rework = kept.rework + excluded.rework`,
    [JSON.stringify([...sums.values()])],
  );
}

function added(sum: EffectOf<"progress">, delta: EffectOf<"progress">): EffectOf<"progress"> {
  return {
    ...sum,
    counted: sum.counted + delta.counted,
    good: sum.good + delta.good,
    scrap: sum.scrap + delta.scrap,
    rework: sum.rework + delta.rework,
    countAuthority: oneAuthority(sum.countAuthority, delta.countAuthority),
  };
}

/** Two stations may have begun an order under two plans: the machine's word counts then, whoever's news came first. */
function oneAuthority(
  left: EffectOf<"progress">["countAuthority"],
  right: EffectOf<"progress">["countAuthority"],
): EffectOf<"progress">["countAuthority"] {
  return left === "machine" || right === null ? left : right;
}

/** Who counts the good pieces of each of these orders, by the stations that have begun it. */
export async function readAuthorities(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<ReadonlyMap<string, CountAuthority>> {
  const rows = await db.query<{ readonly jobOrderId: string; readonly countAuthority: CountAuthority }>(
    `SELECT job_order_id AS "jobOrderId", count_authority AS "countAuthority" FROM order_progress
     WHERE count_authority IS NOT NULL AND job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(jobOrderIds)],
  );
  return new Map(rows.map(({ jobOrderId, countAuthority }) => [jobOrderId, countAuthority]));
}

/** Whether some station has finished the order: that is where an order ends. */
export async function isFinishedAnywhere(tx: Queries, jobOrderId: string): Promise<boolean> {
  const rows = await tx.query(
    "SELECT 1 FROM station_order WHERE job_order_id = $1 AND state = 'finished' LIMIT 1",
    [jobOrderId],
  );
  return rows.length > 0;
}

/** Keeps the last state that a batch gave each order at this station. */
export async function writeStationOrders(
  tx: Queries,
  stationId: string,
  caused: readonly CausedEffect[],
): Promise<void> {
  const last = new Map(
    pickEffects(caused, "station-order").map(({ effect }) => [effect.row.jobOrderId, effect.row]),
  );
  if (last.size === 0) return;
  await tx.query(
    `INSERT INTO station_order (station_id, job_order_id, state, hold, since_utc, pause_reason, started_utc, finished_utc,
       started_by, moved_by)
     SELECT $1, "jobOrderId", state, hold, "sinceUtc", "pauseReason", "startedUtc", "finishedUtc", "startedBy", "movedBy"
     FROM json_to_recordset($2::text::json) AS row ("jobOrderId" text, state text, hold text, "sinceUtc" text,
       "pauseReason" text, "startedUtc" text, "finishedUtc" text, "startedBy" text, "movedBy" text)
     ON CONFLICT (station_id, job_order_id) DO UPDATE SET state = excluded.state, hold = excluded.hold,
       since_utc = excluded.since_utc, pause_reason = excluded.pause_reason, started_utc = excluded.started_utc,
       finished_utc = excluded.finished_utc, started_by = excluded.started_by, moved_by = excluded.moved_by`,
    [stationId, JSON.stringify([...last.values()])],
  );
  await markEnded(tx, [...last.keys()]);
}

export async function insertMeasurements(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "measurement").map(
    ({ effect: { payload }, arrival: { entry, stationId } }) => ({
      eventId: entry.eventId,
      jobOrderId: entry.jobOrder,
      stationId,
      characteristicId: payload.characteristicId,
      units: payload.value.units,
      scale: payload.value.scale,
      unit: payload.unit,
      result: payload.result,
      atUtc: entry.atUtc,
      actor: entry.actor,
    }),
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO measurement (event_id, job_order_id, station_id, characteristic_id, value_units, value_scale, unit,
       result, at_utc, actor)
     SELECT "eventId", "jobOrderId", "stationId", "characteristicId", units, scale, unit, result, "atUtc", actor
     FROM json_to_recordset($1::text::json) AS row ("eventId" text, "jobOrderId" text, "stationId" text,
       "characteristicId" text, units bigint, scale integer, unit text, result text, "atUtc" text, actor text)`,
    [JSON.stringify(rows)],
  );
}

/** Marks values that were taken back; they stay where they are (I-2). */
export async function withdrawMeasurements(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "measurement-withdrawn").map(({ effect, arrival: { entry } }) => ({
    withdraws: effect.withdraws,
    eventId: entry.eventId,
  }));
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE measurement SET withdrawn_by = "eventId"
     FROM json_to_recordset($1::text::json) AS row (withdraws text, "eventId" text) WHERE event_id = withdraws`,
    [JSON.stringify(rows)],
  );
}

export async function insertDefects(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "defect").map(
    ({ effect: { payload }, arrival: { entry, stationId } }) => ({
      eventId: entry.eventId,
      jobOrderId: entry.jobOrder,
      stationId,
      defectCode: payload.defectCode,
      quantity: payload.quantity,
      disposition: payload.disposition,
      atUtc: entry.atUtc,
      actor: entry.actor,
    }),
  );
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO defect (event_id, job_order_id, station_id, defect_code, quantity, disposition, at_utc, actor)
     SELECT "eventId", "jobOrderId", "stationId", "defectCode", quantity, disposition, "atUtc", actor
     FROM json_to_recordset($1::text::json) AS row ("eventId" text, "jobOrderId" text, "stationId" text,
       "defectCode" text, quantity bigint, disposition text, "atUtc" text, actor text)`,
    [JSON.stringify(rows)],
  );
}

/** Stores counter-bookings, and takes their pieces from the defects among the bookings. */
export async function insertReversals(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "reversal").map(({ effect, arrival: { entry } }) => ({
    reverses: effect.reverses,
    eventId: entry.eventId,
    quantity: effect.quantity,
  }));
  if (rows.length === 0) return;
  const values = [JSON.stringify(rows)];
  await tx.query(
    `INSERT INTO reversal (reverses, event_id, quantity)
     SELECT reverses, "eventId", quantity
     FROM json_to_recordset($1::text::json) AS row (reverses text, "eventId" text, quantity bigint)`,
    values,
  );
  // Several reversals of one defect may come in one batch; an UPDATE would see only one of them.
  await tx.query(
    `UPDATE defect SET taken_back = least(defect.quantity, taken_back + coalesce(row.pieces, defect.quantity))
     FROM (SELECT reverses, CASE WHEN bool_or(quantity IS NULL) THEN NULL ELSE sum(quantity)::bigint END AS pieces
       FROM json_to_recordset($1::text::json) AS each (reverses text, quantity bigint) GROUP BY reverses) AS row
     WHERE event_id = reverses`,
    values,
  );
}
