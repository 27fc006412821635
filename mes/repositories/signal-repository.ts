import {
  HOUR_SECONDS,
  MINUTE_SECONDS,
  type RollupSeries,
  type SentGap,
} from "../../shared/protocol/signal-messages.ts";
import type { Queries } from "../database/database.ts";

/** How far the signals of one station have come. */
export interface SignalFeed {
  readonly storeId: string | null;
  readonly upTo: number;
  readonly revision: number;
}

const FEED = `SELECT store_id AS "storeId", up_to AS "upTo", revision FROM signal_feed WHERE station_id = $1`;
const NOTHING: SignalFeed = { storeId: null, upTo: 0, revision: 0 };

export async function readSignalFeed(db: Queries, stationId: string): Promise<SignalFeed> {
  return (await db.query<SignalFeed>(FEED, [stationId]))[0] ?? NOTHING;
}

/** Two uploads of one station are one after the other. Not the station's own row: a booking never waits for roll-ups. */
export async function lockSignalFeed(tx: Queries, stationId: string): Promise<SignalFeed> {
  await tx.query(
    "INSERT INTO signal_feed (station_id, up_to, revision) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING",
    [stationId],
  );
  return (await tx.query<SignalFeed>(`${FEED} FOR UPDATE`, [stationId]))[0] ?? NOTHING;
}

export async function writeSignalFeed(tx: Queries, stationId: string, feed: SignalFeed): Promise<void> {
  await tx.query("UPDATE signal_feed SET store_id = $2, up_to = $3, revision = $4 WHERE station_id = $1", [
    stationId,
    feed.storeId,
    feed.upTo,
    feed.revision,
  ]);
}

export async function upsertSignals(
  tx: Queries,
  stationId: string,
  series: readonly RollupSeries[],
): Promise<void> {
  const rows = new Map(
    series.map(({ machineId, signalId, meaning, unit, scale }) => [
      JSON.stringify([machineId, signalId]),
      { machineId, signalId, meaning, unit, scale },
    ]),
  );
  if (rows.size === 0) return;
  await tx.query(
    `INSERT INTO machine_signal (station_id, machine_id, signal_id, meaning, unit, scale)
     SELECT $1, "machineId", "signalId", meaning, unit, scale
     FROM json_to_recordset($2::text::json) AS row ("machineId" text, "signalId" text, meaning text, unit text,
       scale double precision)
     ON CONFLICT (station_id, machine_id, signal_id) DO UPDATE SET meaning = excluded.meaning, unit = excluded.unit,
       scale = excluded.scale`,
    [stationId, JSON.stringify([...rows.values()])],
  );
}

/** A bucket that is held already is replaced: what comes later knows more. The last of equal ones in a request counts. */
export async function upsertRollups(
  tx: Queries,
  stationId: string,
  series: readonly RollupSeries[],
): Promise<void> {
  const rows = new Map(
    series.flatMap(({ machineId, signalId, bucketSeconds, buckets }) =>
      buckets.map((bucket) => {
        const row = { machineId, signalId, bucketSeconds, ...bucket };
        return [JSON.stringify([machineId, signalId, bucketSeconds, bucket.startSeconds]), row] as const;
      }),
    ),
  );
  if (rows.size === 0) return;
  await tx.query(
    `INSERT INTO machine_rollup (station_id, machine_id, signal_id, bucket_seconds, start_seconds, count, bad, min, max,
       first, last, integral, covered_seconds)
     SELECT $1, "machineId", "signalId", "bucketSeconds", "startSeconds", count, bad, min, max, first, last, integral,
       "coveredSeconds"
     FROM json_to_recordset($2::text::json) AS row ("machineId" text, "signalId" text, "bucketSeconds" integer,
       "startSeconds" bigint, count bigint, bad bigint, min double precision, max double precision,
       first double precision, last double precision, integral double precision, "coveredSeconds" double precision)
     ON CONFLICT (station_id, machine_id, signal_id, bucket_seconds, start_seconds) DO UPDATE SET
       count = excluded.count, bad = excluded.bad, min = excluded.min, max = excluded.max, first = excluded.first,
       last = excluded.last, integral = excluded.integral, covered_seconds = excluded.covered_seconds`,
    [stationId, JSON.stringify([...rows.values()])],
  );
}

export async function upsertGaps(tx: Queries, stationId: string, gaps: readonly SentGap[]): Promise<void> {
  const rows = new Map(
    gaps.map((gap) => [JSON.stringify([gap.machineId, gap.signalId, gap.fromUs, gap.cause]), gap]),
  );
  if (rows.size === 0) return;
  await tx.query(
    `INSERT INTO machine_gap (station_id, machine_id, signal_id, from_us, cause, to_us)
     SELECT $1, coalesce("machineId", ''), coalesce("signalId", ''), "fromUs", cause, "toUs"
     FROM json_to_recordset($2::text::json) AS row ("machineId" text, "signalId" text, "fromUs" bigint, cause text,
       "toUs" bigint)
     ON CONFLICT (station_id, machine_id, signal_id, from_us, cause) DO UPDATE SET to_us = excluded.to_us`,
    [stationId, JSON.stringify([...rows.values()])],
  );
}

/** Deletes minutes, hours and ended gaps that began before; `at most` a few at a time, because deleting is writing. */
export async function deleteOldSignals(
  tx: Queries,
  {
    minutesBefore,
    hoursBefore,
    most,
  }: { readonly minutesBefore: number; readonly hoursBefore: number; readonly most: number },
): Promise<number> {
  let deleted = 0;
  for (const [bucketSeconds, before] of [
    [MINUTE_SECONDS, minutesBefore],
    [HOUR_SECONDS, hoursBefore],
  ] as const) {
    const rows = await tx.query(
      `DELETE FROM machine_rollup WHERE ctid IN
         (SELECT ctid FROM machine_rollup WHERE bucket_seconds = $1 AND start_seconds < $2 LIMIT $3) RETURNING 1 AS gone`,
      [bucketSeconds, before, most],
    );
    deleted += rows.length;
  }
  await tx.query("DELETE FROM machine_gap WHERE to_us < $1", [hoursBefore * 1_000_000]);
  return deleted;
}
