import type { Queries } from "../../database/database.ts";
import type { Presence } from "../../live/presence.ts";

/** A station that has spoken before and does not now: what it does meanwhile nobody here knows. */
export interface SilentStation {
  readonly stationId: string;
  readonly workUnits: readonly string[];
  readonly lastContactUtc: string;
}

interface ContactRow {
  readonly stationId: string;
  readonly workUnit: string;
  readonly otherWorkUnits: string;
  readonly lastContactAt: string | null;
}

/** One that never spoke has no orders and is none of them. */
export async function readSilentStations(db: Queries, presence: Presence): Promise<readonly SilentStation[]> {
  const rows = await db.query<ContactRow>(
    `SELECT station_id AS "stationId", work_unit AS "workUnit", other_work_units AS "otherWorkUnits",
       last_contact_at AS "lastContactAt"
     FROM station ORDER BY station_id`,
  );
  return rows.flatMap(({ stationId, workUnit, otherWorkUnits, lastContactAt }) => {
    const lastContactUtc = presence.lastContactUtc(stationId) ?? lastContactAt;
    if (lastContactUtc === null || presence.isOnline(stationId)) return [];
    // Written by upsertStation.
    const workUnits = [workUnit, ...(JSON.parse(otherWorkUnits) as string[])];
    return [{ stationId, workUnits, lastContactUtc }];
  });
}
