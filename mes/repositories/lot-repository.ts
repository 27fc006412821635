import type { ToldLot } from "../../shared/domain/genealogy/taken-since.ts";
import type { Lot } from "../../shared/domain/materials/lot.ts";
import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";
import type { StoredMasterData } from "./master-data-repository.ts";

/** Notes which orders took which lots; the same news twice, in any order, is the same rows. */
export async function insertLotUses(tx: Queries, caused: readonly CausedEffect[]): Promise<void> {
  const rows = pickEffects(caused, "lot-used").map(({ effect: { lotId, jobOrderId } }) => ({
    lotId,
    jobOrderId,
  }));
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO lot_use (lot_id, job_order_id)
     SELECT DISTINCT "lotId", "jobOrderId"
     FROM json_to_recordset($1::text::json) AS row ("lotId" text, "jobOrderId" text)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}

/** Keeps beside each lot the order that made it, where the planner told one. */
export async function writeMadeLots(tx: Queries, lots: readonly StoredMasterData[]): Promise<void> {
  const rows = lots.map(({ id, body }) => ({
    id,
    madeBy: (JSON.parse(body) as Lot).madeByJobOrderId ?? null,
  }));
  if (rows.length === 0) return;
  const values = [JSON.stringify(rows)];
  await tx.query(
    "DELETE FROM made_lot WHERE lot_id IN (SELECT id FROM json_to_recordset($1::text::json) AS row (id text))",
    values,
  );
  await tx.query(
    `INSERT INTO made_lot (lot_id, job_order_id)
     SELECT id, "madeBy" FROM json_to_recordset($1::text::json) AS row (id text, "madeBy" text)
     WHERE "madeBy" IS NOT NULL`,
    values,
  );
}

export async function ordersOfLots(db: Queries, lotIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ readonly jobOrderId: string }>(
    `SELECT DISTINCT job_order_id AS "jobOrderId" FROM lot_use
     WHERE lot_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(lotIds)],
  );
  return rows.map(({ jobOrderId }) => jobOrderId);
}

export interface MadeLot {
  readonly lotId: string;
  readonly jobOrderId: string;
}

export async function lotsMadeByOrders(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly MadeLot[]> {
  return db.query<MadeLot>(
    `SELECT lot_id AS "lotId", job_order_id AS "jobOrderId" FROM made_lot
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY lot_id`,
    [JSON.stringify(jobOrderIds)],
  );
}

export interface StoredLot {
  readonly lot: Lot;
  /** When the planner told of its quantity; null: before that was noted. */
  readonly toldUtc: string | null;
}

/** All lots of these items that the planner told of. */
export async function listLotsOfItems(
  db: Queries,
  itemIds: readonly string[],
): Promise<readonly StoredLot[]> {
  if (itemIds.length === 0) return [];
  const rows = await db.query<{ readonly body: string; readonly toldUtc: string | null }>(
    `SELECT body, to_char(quantity_told_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "toldUtc"
     FROM master_data WHERE kind = 'lot'
       AND item_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(itemIds)],
  );
  return rows.map(({ body, toldUtc }) => {
    const lot = JSON.parse(body) as Lot; // checked by its schema before it was stored
    return { lot, toldUtc: lot.quantityAsOfUtc ?? toldUtc };
  });
}

/** An order that took a lot, with when the quantity of that one was told. */
export interface LotTaker extends ToldLot {
  readonly jobOrderId: string;
}

/** Orders that took one of these lots and had not ended everywhere when its quantity was told. */
export async function takersSince(db: Queries, lots: readonly ToldLot[]): Promise<readonly LotTaker[]> {
  if (lots.length === 0) return [];
  return db.query<LotTaker>(
    `SELECT used.job_order_id AS "jobOrderId", told."lotId", told."toldUtc"
     FROM json_to_recordset($1::text::json) AS told ("lotId" text, "toldUtc" text)
     CROSS JOIN LATERAL (SELECT job_order_id FROM lot_use WHERE lot_id = told."lotId" OFFSET 0) used
     CROSS JOIN LATERAL (SELECT count(*) AS stations, max(finished_utc) AS last,
         count(*) FILTER (WHERE finished_utc IS NULL) AS open
       FROM station_order WHERE job_order_id = used.job_order_id) work
     WHERE told."toldUtc" IS NULL OR work.open > 0 OR work.stations = 0
       OR work.last::timestamptz > told."toldUtc"::timestamptz
     ORDER BY 1, 2`,
    [JSON.stringify(lots)],
  );
}

/** @returns undefined where the planner never told of the lot */
export async function readLot(db: Queries, lotId: string): Promise<Lot | undefined> {
  const rows = await db.query<{ readonly body: string }>(
    "SELECT body FROM master_data WHERE kind = 'lot' AND id = $1",
    [lotId],
  );
  const [row] = rows;
  // Its schema was checked before it was stored.
  return row === undefined ? undefined : (JSON.parse(row.body) as Lot);
}

export interface LotUses {
  readonly lotId: string;
  /** How many orders took it; `jobOrderIds` are the first of them. */
  readonly total: number;
  readonly jobOrderIds: readonly string[];
}

/** Orders that took these lots, at most so many of each. */
export async function usesOfLots(
  db: Queries,
  lotIds: readonly string[],
  mostOfLot: number,
): Promise<readonly LotUses[]> {
  const rows = await db.query<{
    readonly lotId: string;
    readonly total: number;
    readonly jobOrderId: string;
  }>(
    `SELECT lot_id AS "lotId", total, job_order_id AS "jobOrderId" FROM (
       SELECT lot_id, job_order_id, row_number() OVER (PARTITION BY lot_id ORDER BY job_order_id) AS place,
         count(*) OVER (PARTITION BY lot_id) AS total
       FROM lot_use WHERE lot_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))) numbered
     WHERE place <= $2 ORDER BY lot_id, job_order_id`,
    [JSON.stringify(lotIds), mostOfLot],
  );
  return [...Map.groupBy(rows, ({ lotId }) => lotId)].map(([lotId, ofLot]) => ({
    lotId,
    total: ofLot[0]?.total ?? 0,
    jobOrderIds: ofLot.map(({ jobOrderId }) => jobOrderId),
  }));
}

/** Lots as the planner told of them; those of which it never did are missing. */
export async function readLots(db: Queries, lotIds: readonly string[]): Promise<ReadonlyMap<string, Lot>> {
  const rows = await db.query<{ readonly id: string; readonly body: string }>(
    `SELECT id, body FROM master_data
     WHERE kind = 'lot' AND id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(lotIds)],
  );
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Lot]));
}
