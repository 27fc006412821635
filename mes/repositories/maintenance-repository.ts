import type { Queries } from "../database/database.ts";
import type { RaisedMaintenance, WornTool } from "../ingest/settle-maintenance.ts";

/** @returns the ids that are new; an id names tool and life, so a second order for the same life is the same one */
export async function insertMaintenance(
  tx: Queries,
  raised: readonly RaisedMaintenance[],
  atUtc: string,
): Promise<readonly string[]> {
  if (raised.length === 0) return [];
  const rows = raised.map(({ effect, arrival: { entry, stationId }, isDone }) => ({
    ...effect.payload,
    stationId,
    workUnit: entry.workUnit,
    raisedUtc: entry.atUtc,
    eventId: entry.eventId,
    doneAt: isDone ? atUtc : null,
  }));
  const added = await tx.query<{ id: string }>(
    `INSERT INTO maintenance_order (maintenance_order_id, station_id, work_unit, tool_id, used_cycles,
       life_limit_cycles, raised_utc, raised_by_event, done_at)
     SELECT "maintenanceOrderId", "stationId", "workUnit", "toolId", "usedCycles", "lifeLimitCycles", "raisedUtc",
       "eventId", "doneAt"
     FROM json_to_recordset($1::text::json) AS row ("maintenanceOrderId" text, "stationId" text, "workUnit" text,
       "toolId" text, "usedCycles" bigint, "lifeLimitCycles" bigint, "raisedUtc" text, "eventId" text,
       "doneAt" timestamptz)
     ON CONFLICT DO NOTHING RETURNING maintenance_order_id AS id`,
    [JSON.stringify(rows)],
  );
  return added.map(({ id }) => id);
}

/** @returns undefined when there is no such order; false when it was done before */
export async function markMaintenanceDone(
  tx: Queries,
  id: string,
  atUtc: string,
): Promise<boolean | undefined> {
  const known = await tx.query<{ doneAt: string | null }>(
    `SELECT done_at AS "doneAt" FROM maintenance_order WHERE maintenance_order_id = $1 FOR UPDATE`,
    [id],
  );
  if (known[0] === undefined) return undefined;
  if (known[0].doneAt !== null) return false;
  await tx.query("UPDATE maintenance_order SET done_at = $2 WHERE maintenance_order_id = $1", [id, atUtc]);
  return true;
}

/** The open orders of these tools, done now because the tools were changed at the machine. @returns their ids */
export async function finishMaintenanceOfTools(
  tx: Queries,
  tools: readonly WornTool[],
  atUtc: string,
): Promise<readonly string[]> {
  if (tools.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `UPDATE maintenance_order m SET done_at = $2
     FROM json_to_recordset($1::text::json) AS tool ("workUnit" text, "toolId" text)
     WHERE m.work_unit = tool."workUnit" AND m.tool_id = tool."toolId" AND m.done_at IS NULL
     RETURNING m.maintenance_order_id AS id`,
    [JSON.stringify(tools), atUtc],
  );
  return rows.map(({ id }) => id);
}
