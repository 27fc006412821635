import type { Queries } from "../database/database.ts";

export interface RaisedMaintenance {
  readonly maintenanceOrderId: string;
  readonly stationId: string;
  readonly workUnit: string;
  readonly toolId: string;
  readonly usedCycles: number;
  readonly lifeLimitCycles: number;
  readonly raisedUtc: string;
  readonly eventId: string;
}

/** @returns whether it is new; its id names tool and life, so a second one for the same life is the same one */
export async function insertMaintenance(tx: Queries, raised: RaisedMaintenance): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO maintenance_order (maintenance_order_id, station_id, work_unit, tool_id, used_cycles,
       life_limit_cycles, raised_utc, raised_by_event)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING maintenance_order_id`,
    [
      raised.maintenanceOrderId,
      raised.stationId,
      raised.workUnit,
      raised.toolId,
      raised.usedCycles,
      raised.lifeLimitCycles,
      raised.raisedUtc,
      raised.eventId,
    ],
  );
  return rows.length > 0;
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

/** The open orders of one tool, done now because the tool was changed at the machine. */
export async function finishMaintenanceOfTool(
  tx: Queries,
  tool: { readonly workUnit: string; readonly toolId: string },
  atUtc: string,
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE maintenance_order SET done_at = $3 WHERE work_unit = $1 AND tool_id = $2 AND done_at IS NULL
     RETURNING maintenance_order_id AS id`,
    [tool.workUnit, tool.toolId, atUtc],
  );
  return rows.map(({ id }) => id);
}
