import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import type { SentMachine } from "../../shared/protocol/signal-messages.ts";
import type { Queries } from "../database/database.ts";
import type { CausedEffect } from "../ingest/caused-effect.ts";
import { pickEffects } from "../ingest/pick-effects.ts";

export interface MachineRow {
  readonly stationId: string;
  readonly machineId: string;
  readonly name: string | null;
  readonly state: MachineState | null;
  readonly stateSince: string | null;
}

/** In the order of the station's mapping, once it has told it; what is gone from the mapping is then left out. */
export async function listMachines(db: Queries): Promise<readonly MachineRow[]> {
  return db.query<MachineRow>(
    `SELECT station_id AS "stationId", machine_id AS "machineId", name, state, state_since AS "stateSince"
     FROM machine m
     WHERE place IS NOT NULL
       OR NOT EXISTS (SELECT 1 FROM machine t WHERE t.station_id = m.station_id AND t.place IS NOT NULL)
     ORDER BY station_id, place, machine_id`,
  );
}

/** Keeps the last state that a batch gave each machine of the station. */
export async function writeMachineStates(
  tx: Queries,
  stationId: string,
  caused: readonly CausedEffect[],
): Promise<void> {
  const last = new Map(pickEffects(caused, "machine-state").map(({ effect }) => [effect.machineId, effect]));
  if (last.size === 0) return;
  await tx.query(
    `INSERT INTO machine (station_id, machine_id, state, state_since)
     SELECT $1, "machineId", state, "sinceUtc"
     FROM json_to_recordset($2::text::json) AS row ("machineId" text, state text, "sinceUtc" text)
     ON CONFLICT (station_id, machine_id) DO UPDATE SET state = excluded.state, state_since = excluded.state_since`,
    [stationId, JSON.stringify([...last.values()])],
  );
}

/** Names and order of the machines as the station's mapping has them now. One that is gone from it keeps no place. */
export async function nameMachines(
  tx: Queries,
  stationId: string,
  machines: readonly SentMachine[],
): Promise<void> {
  if (machines.length === 0) return;
  const rows = machines.map((machine, place) => ({ ...machine, place }));
  await tx.query("UPDATE machine SET place = NULL WHERE station_id = $1", [stationId]);
  await tx.query(
    `INSERT INTO machine (station_id, machine_id, name, work_unit, place)
     SELECT $1, "machineId", name, "workUnit", place
     FROM json_to_recordset($2::text::json) AS row ("machineId" text, name text, "workUnit" text, place integer)
     ON CONFLICT (station_id, machine_id) DO UPDATE SET name = excluded.name, work_unit = excluded.work_unit,
       place = excluded.place`,
    [stationId, JSON.stringify(rows)],
  );
}
