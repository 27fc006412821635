import type { PieceWindow } from "../../shared/domain/genealogy/piece-window.ts";
import type { ProcessValue } from "../../shared/protocol/genealogy-pages.ts";
import { HOUR_SECONDS, MINUTE_SECONDS } from "../../shared/protocol/signal-messages.ts";
import type { Queries } from "../database/database.ts";
import { processValues, type ValueBucket } from "./process-values.ts";

/** Longer windows are read by the hour: a line of forty points shows no minutes of a week. */
const LONGEST_BY_MINUTE_SECONDS = 24 * HOUR_SECONDS;
/** As many as fit beside a node of a tree. */
const MOST_SIGNALS = 8;

export interface MachinesAt {
  readonly stationId: string;
  readonly workUnit: string;
  /** Machines that counted; empty: all of the work unit. */
  readonly machineIds: readonly string[];
}

/** What the machines measured while something was made, from the finest roll-ups that are kept of that time. */
export async function readProcessValues(
  db: Queries,
  at: MachinesAt,
  window: PieceWindow,
): Promise<readonly ProcessValue[]> {
  const fromSeconds = Math.floor(Date.parse(window.fromUtc) / 1000);
  const toSeconds = Math.floor(Date.parse(window.toUtc) / 1000);
  const isLong = toSeconds - fromSeconds > LONGEST_BY_MINUTE_SECONDS;
  const lengths = isLong ? [HOUR_SECONDS] : [MINUTE_SECONDS, HOUR_SECONDS];
  for (const bucketSeconds of lengths) {
    const values = processValues(await readBuckets(db, at, { fromSeconds, toSeconds, bucketSeconds }));
    if (values.length > 0) return values.slice(0, MOST_SIGNALS);
  }
  return [];
}

interface BucketSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly bucketSeconds: number;
}

async function readBuckets(
  db: Queries,
  { stationId, workUnit, machineIds }: MachinesAt,
  { fromSeconds, toSeconds, bucketSeconds }: BucketSpan,
): Promise<readonly ValueBucket[]> {
  return db.query<ValueBucket>(
    `SELECT s.machine_id AS "machineId", m.name AS "machineName", s.signal_id AS "signalId", s.unit, s.scale,
       r.start_seconds AS "startSeconds", r.bucket_seconds AS "bucketSeconds", r.min, r.max, r.integral,
       r.covered_seconds AS "coveredSeconds"
     FROM machine_signal s
     JOIN machine_rollup r USING (station_id, machine_id, signal_id)
     LEFT JOIN machine m ON m.station_id = s.station_id AND m.machine_id = s.machine_id
     WHERE s.station_id = $1 AND s.meaning IN ('measure', 'speed')
       AND (s.machine_id = ANY(ARRAY(SELECT json_array_elements_text($2::text::json))) OR ($2 = '[]' AND m.work_unit = $3))
       AND r.bucket_seconds = $4 AND r.start_seconds BETWEEN $5 AND $6
     ORDER BY s.machine_id, s.signal_id, r.start_seconds`,
    [
      stationId,
      JSON.stringify(machineIds),
      workUnit,
      bucketSeconds,
      fromSeconds - (fromSeconds % bucketSeconds),
      toSeconds,
    ],
  );
}
