import type { Queries } from "../database/database.ts";

export interface StationRow {
  readonly stationId: string;
  readonly workUnit: string;
  readonly machineName: string;
  readonly tokenHash: string;
  readonly directiveSeq: number;
}

const COLUMNS = `station_id AS "stationId", work_unit AS "workUnit", machine_name AS "machineName",
  token_hash AS "tokenHash", directive_seq AS "directiveSeq"`;

export async function listStations(db: Queries): Promise<readonly StationRow[]> {
  return db.query<StationRow>(`SELECT ${COLUMNS} FROM station ORDER BY station_id`);
}

export async function findStation(db: Queries, stationId: string): Promise<StationRow | undefined> {
  const rows = await db.query<StationRow>(`SELECT ${COLUMNS} FROM station WHERE station_id = $1`, [
    stationId,
  ]);
  return rows[0];
}

/** Serialises everything that concerns one station (I-8). Always taken before any row of an order. */
export async function lockStation(tx: Queries, stationId: string): Promise<StationRow | undefined> {
  const rows = await tx.query<StationRow>(`SELECT ${COLUMNS} FROM station WHERE station_id = $1 FOR UPDATE`, [
    stationId,
  ]);
  return rows[0];
}

/** Locks all stations in one order, so that two imports and any upload cannot wait for each other in a circle. */
export async function lockAllStations(tx: Queries): Promise<readonly StationRow[]> {
  return tx.query<StationRow>(`SELECT ${COLUMNS} FROM station ORDER BY station_id FOR UPDATE`);
}

export async function upsertStation(tx: Queries, station: Omit<StationRow, "directiveSeq">): Promise<void> {
  await tx.query(
    `INSERT INTO station (station_id, work_unit, machine_name, rank, token_hash)
     VALUES ($1, $2, $3, (SELECT count(*) FROM station), $4)
     ON CONFLICT (station_id) DO UPDATE
     SET work_unit = excluded.work_unit, machine_name = excluded.machine_name, token_hash = excluded.token_hash`,
    [station.stationId, station.workUnit, station.machineName, station.tokenHash],
  );
}

export async function writeMachineState(
  tx: Queries,
  stationId: string,
  { state, sinceUtc }: { readonly state: string; readonly sinceUtc: string },
): Promise<void> {
  await tx.query("UPDATE station SET machine_state = $2, machine_state_since = $3 WHERE station_id = $1", [
    stationId,
    state,
    sinceUtc,
  ]);
}

export async function noteContact(db: Queries, stationId: string, atUtc: string): Promise<void> {
  await db.query("UPDATE station SET last_contact_at = $2 WHERE station_id = $1", [stationId, atUtc]);
}

/** Marks that events arrived, with the station's own time of the newest. */
export async function noteEvents(
  tx: Queries,
  stationId: string,
  { lastEventUtc, atUtc }: { readonly lastEventUtc: string | null; readonly atUtc: string },
): Promise<void> {
  await tx.query(
    `UPDATE station SET last_event_utc = coalesce($2, last_event_utc), last_contact_at = $3 WHERE station_id = $1`,
    [stationId, lastEventUtc, atUtc],
  );
}
