import type { AttentionOf } from "../../shared/protocol/attention.ts";
import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";

type Doubled = AttentionOf<"doubled-number">;

/** Notes which orders are in which units and which numbers they and their pieces have. @returns numbers that are there twice */
export async function insertPacking(
  tx: Queries,
  caused: readonly CausedEffect[],
): Promise<readonly Doubled[]> {
  const units = pickEffects(caused, "unit-noted").map(({ effect }) => effect);
  if (units.length > 0) {
    await tx.query(
      `INSERT INTO unit_order (unit_id, job_order_id)
       SELECT DISTINCT "unitId", "jobOrderId"
       FROM json_to_recordset($1::text::json) AS row ("unitId" text, "jobOrderId" text)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(units)],
    );
  }
  return [...(await insertSsccs(tx, caused)), ...(await insertSerials(tx, caused))];
}

async function insertSsccs(tx: Queries, caused: readonly CausedEffect[]): Promise<readonly Doubled[]> {
  const closed = pickEffects(caused, "unit-noted").filter(({ effect }) => effect.sscc !== null);
  if (closed.length === 0) return [];
  const rows = JSON.stringify(closed.map(({ effect }) => effect));
  await tx.query(
    `INSERT INTO unit_number (sscc, unit_id)
     SELECT DISTINCT sscc, "unitId" FROM json_to_recordset($1::text::json) AS row (sscc text, "unitId" text)
     ON CONFLICT DO NOTHING`,
    [rows],
  );
  const twice = await tx.query<{ readonly number: string }>(
    `SELECT sscc AS number FROM unit_number
     WHERE sscc IN (SELECT sscc FROM json_to_recordset($1::text::json) AS row (sscc text))
     GROUP BY sscc HAVING count(*) > 1`,
    [rows],
  );
  return twice.flatMap(({ number }) => {
    const cause = closed.find(({ effect }) => effect.sscc === number);
    if (cause === undefined) return [];
    const { arrival, effect } = cause;
    return [doubled(arrival, { of: "sscc", number, jobOrderId: effect.jobOrderId })];
  });
}

async function insertSerials(tx: Queries, caused: readonly CausedEffect[]): Promise<readonly Doubled[]> {
  const named = pickEffects(caused, "serial-noted");
  if (named.length === 0) return [];
  const rows = JSON.stringify(
    named.map(({ effect: { itemId, serial, jobOrderId }, arrival }) => ({
      eventId: arrival.entry.eventId,
      itemId,
      serial,
      jobOrderId,
    })),
  );
  const columns = `AS row ("eventId" text, "itemId" text, serial text, "jobOrderId" text)`;
  await tx.query(
    `INSERT INTO piece_serial (event_id, item_id, serial, job_order_id)
     SELECT "eventId", "itemId", serial, "jobOrderId" FROM json_to_recordset($1::text::json) ${columns}
     ON CONFLICT DO NOTHING`,
    [rows],
  );
  const twice = await tx.query<{ readonly itemId: string; readonly number: string }>(
    `SELECT item_id AS "itemId", serial AS number FROM piece_serial p
     WHERE (item_id, serial) IN (SELECT "itemId", serial FROM json_to_recordset($1::text::json) ${columns})
       AND NOT EXISTS (SELECT 1 FROM reversal r WHERE r.reverses = p.event_id)
     GROUP BY item_id, serial HAVING count(*) > 1`,
    [rows],
  );
  return twice.flatMap(({ itemId, number }) => {
    const cause = named.find(({ effect }) => effect.itemId === itemId && effect.serial === number);
    if (cause === undefined) return [];
    const { arrival, effect } = cause;
    return [doubled(arrival, { of: "serial", number, jobOrderId: effect.jobOrderId }, itemId)];
  });
}

function doubled(
  { stationId, entry }: CausedEffect["arrival"],
  what: Pick<Doubled, "of" | "number" | "jobOrderId">,
  itemId = "",
): Doubled {
  const id = `doubled:${what.of}:${itemId}:${what.number}`;
  return { kind: "doubled-number", id, stationId, sinceUtc: entry.atUtc, ...what };
}

/** Orders whose journals tell of the units that hold pieces of these orders. */
export async function unitsOfOrders(db: Queries, jobOrderIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ readonly unitId: string }>(
    `SELECT DISTINCT unit_id AS "unitId" FROM unit_order
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
  return rows.map(({ unitId }) => unitId);
}

export async function unitsOfSscc(db: Queries, sscc: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly unitId: string }>(
    `SELECT unit_id AS "unitId" FROM unit_number WHERE sscc = $1 ORDER BY 1`,
    [sscc],
  );
  return rows.map(({ unitId }) => unitId);
}

export async function ordersOfUnits(db: Queries, unitIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ readonly jobOrderId: string }>(
    `SELECT DISTINCT job_order_id AS "jobOrderId" FROM unit_order
     WHERE unit_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(unitIds)],
  );
  return rows.map(({ jobOrderId }) => jobOrderId);
}

export async function ordersOfSerial(db: Queries, serial: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly jobOrderId: string }>(
    `SELECT DISTINCT job_order_id AS "jobOrderId" FROM piece_serial WHERE serial = $1 ORDER BY 1`,
    [serial],
  );
  return rows.map(({ jobOrderId }) => jobOrderId);
}

/** Those of these orders of which a piece has a number of its own. */
export async function ordersWithSerials(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await db.query<{ readonly jobOrderId: string }>(
    `SELECT DISTINCT job_order_id AS "jobOrderId" FROM piece_serial
     WHERE job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
  return rows.map(({ jobOrderId }) => jobOrderId);
}
