import type { Queries } from "../database/database.ts";

export interface StationRow {
  readonly stationId: string;
  /** The first of its work units. */
  readonly workUnit: string;
  /** Mostly none: work units beside the first that its terminal stands for as well. */
  readonly otherWorkUnits: readonly string[];
  readonly machineName: string;
  readonly tokenHash: string;
  readonly directiveSeq: number;
}

type StoredStation = Omit<StationRow, "otherWorkUnits"> & { readonly otherWorkUnits: string };

const COLUMNS = `station_id AS "stationId", work_unit AS "workUnit", other_work_units AS "otherWorkUnits", machine_name AS "machineName",
  token_hash AS "tokenHash", directive_seq AS "directiveSeq"`;

function stationRow({ otherWorkUnits, ...row }: StoredStation): StationRow {
  return { ...row, otherWorkUnits: JSON.parse(otherWorkUnits) as string[] }; // written by upsertStation
}

/** Every work unit whose orders and tools a station gets. */
export function workUnitsOf({
  workUnit,
  otherWorkUnits,
}: Pick<StationRow, "workUnit" | "otherWorkUnits">): readonly string[] {
  return [workUnit, ...otherWorkUnits];
}

export async function listStations(db: Queries): Promise<readonly StationRow[]> {
  const rows = await db.query<StoredStation>(`SELECT ${COLUMNS} FROM station ORDER BY station_id`);
  return rows.map(stationRow);
}

export async function findStation(db: Queries, stationId: string): Promise<StationRow | undefined> {
  const rows = await db.query<StoredStation>(`SELECT ${COLUMNS} FROM station WHERE station_id = $1`, [
    stationId,
  ]);
  return rows.map(stationRow)[0];
}

/** Serialises everything that concerns one station (I-8). Always taken before any row of an order. */
export async function lockStation(tx: Queries, stationId: string): Promise<StationRow | undefined> {
  const rows = await tx.query<StoredStation>(
    `SELECT ${COLUMNS} FROM station WHERE station_id = $1 FOR UPDATE`,
    [stationId],
  );
  return rows.map(stationRow)[0];
}

/** Locks all stations in one order, so that two imports and any upload cannot wait for each other in a circle. */
export async function lockAllStations(tx: Queries): Promise<readonly StationRow[]> {
  const rows = await tx.query<StoredStation>(`SELECT ${COLUMNS} FROM station ORDER BY station_id FOR UPDATE`);
  return rows.map(stationRow);
}

/**
 * Locks one station and all that stand for these work units, in the order of their ids: what one books may be told to the
 * others, and no two uploads wait for each other in a circle.
 */
export async function lockStationsOfUnits(
  tx: Queries,
  workUnits: readonly string[],
  stationId: string | null = null,
): Promise<readonly StationRow[]> {
  const rows = await tx.query<StoredStation>(
    `SELECT ${COLUMNS} FROM station
     WHERE station_id = $2 OR work_unit = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))
       OR EXISTS (SELECT 1 FROM json_array_elements_text(other_work_units::json) AS other (unit)
         WHERE unit = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))))
     ORDER BY station_id FOR UPDATE`,
    [JSON.stringify(workUnits), stationId],
  );
  return rows.map(stationRow);
}

export async function upsertStation(tx: Queries, station: Omit<StationRow, "directiveSeq">): Promise<void> {
  await tx.query(
    `INSERT INTO station (station_id, work_unit, other_work_units, machine_name, rank, token_hash)
     VALUES ($1, $2, $3, $4, (SELECT count(*) FROM station), $5)
     ON CONFLICT (station_id) DO UPDATE
     SET work_unit = excluded.work_unit, other_work_units = excluded.other_work_units,
       machine_name = excluded.machine_name, token_hash = excluded.token_hash`,
    [
      station.stationId,
      station.workUnit,
      JSON.stringify(station.otherWorkUnits),
      station.machineName,
      station.tokenHash,
    ],
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
