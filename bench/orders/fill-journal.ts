import type pg from "pg";
import { EVENTS_PER_ORDER, TEMPLATE } from "./lot-history.ts";

const STATIONS = 40;
const CHUNK = 250_000;
/** Those of `lot-history.ts`. */
const UPLOADED_ORDERS = 7;
/** Rows between the first and the last of an order, and a few more. */
const SPAN = STATIONS * (EVENTS_PER_ORDER + 1);
/** A number, '-' and the place of its order among those of its station. */
const ORDER = `'F' || (g % ${STATIONS}) || '-' || (g / ${STATIONS} / ${EVENTS_PER_ORDER})`;

/**
 * Fills the journal to so many events, as if 40 stations had worked order after order and each event had been sent at
 * once: neighbours of an order lie 40 rows apart. What was uploaded before lies between them in the same way. Rows have
 * ids, hashes and times of their own; types and payloads are those of the uploaded order, with its name replaced.
 * Indexes and keys are taken from the schema, dropped, and made again. Needs `wal_level=minimal` to be quick.
 */
export async function fillJournal(client: pg.Client, events: number): Promise<void> {
  if (events < SPAN) throw new RangeError(`A journal of ${events} events has no room for one order: ${SPAN}`);
  await client.query(KEEP_UPLOADED);
  const schema = await takeKeys(client);
  await client.query("BEGIN");
  await client.query("TRUNCATE journal_event RESTART IDENTITY");
  for (let from = 0; from < events; from += CHUNK) {
    await client.query(fillChunk({ from, to: Math.min(events, from + CHUNK), events }));
  }
  await client.query("COMMIT");
  await client.query("SET maintenance_work_mem = '1GB'");
  for (const statement of schema) await client.query(statement);
  for (const statement of PROJECTIONS) await client.query(statement);
  await client.query("VACUUM ANALYZE");
  await client.query("CHECKPOINT");
}

/** Each uploaded row with its place in the stream; the six orders begin at equal distances. */
const KEEP_UPLOADED = `
  CREATE TABLE bench_uploaded AS
  SELECT e.*, row_number() OVER (PARTITION BY station_id ORDER BY arrival) AS nth,
    dense_rank() OVER (ORDER BY station_id) AS turn
  FROM journal_event e;
  CREATE INDEX ON bench_uploaded (nth);
  CREATE TABLE bench_template AS
  SELECT * FROM bench_uploaded WHERE station_id = (SELECT station_id FROM bench_uploaded WHERE job_order = '${TEMPLATE}' LIMIT 1);
  CREATE UNIQUE INDEX ON bench_template (nth);
  INSERT INTO station SELECT (jsonb_populate_record(s, jsonb_build_object('station_id', 'WS-F' || n))).*
  FROM station s, generate_series(0, ${STATIONS - 1}) n WHERE s.station_id = (SELECT min(station_id) FROM bench_uploaded);
  INSERT INTO station_epoch SELECT 'WS-F' || n, 'epoch-' || n, 1, 'bench', now() FROM generate_series(0, ${STATIONS - 1}) n;`;

/** @returns the statements that make the keys and indexes of the journal again */
async function takeKeys(client: pg.Client): Promise<readonly string[]> {
  const keys = await client.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'journal_event'::regclass AND contype IN ('p', 'u', 'f') ORDER BY contype DESC`,
  );
  for (const { name } of keys.rows) await client.query(`ALTER TABLE journal_event DROP CONSTRAINT ${name}`);
  const indexes = await client.query<{ name: string; definition: string }>(
    "SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'journal_event'",
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  const addKeys = keys.rows.map(
    ({ name, definition }) => `ALTER TABLE journal_event ADD CONSTRAINT ${name} ${definition}`,
  );
  return [...addKeys, ...indexes.rows.map(({ definition }) => definition)];
}

const COLUMNS = `station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns, boot_id, mes_offset_ms,
  clock_state, actor, auth, work_unit, job_order, payload, prev_hash, hash, received_at, verdict, code`;

interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly events: number;
}

function fillChunk({ from, to, events }: Chunk): string {
  const place = `(turn - 1) * ${Math.floor((events - SPAN) / (UPLOADED_ORDERS - 1))} + nth * ${STATIONS} + 0.5`;
  return `
    INSERT INTO journal_event (${COLUMNS})
    SELECT ${COLUMNS} FROM (
      SELECT g::double precision AS place, 'WS-F' || (g % ${STATIONS}) AS station_id, 'epoch-' || (g % ${STATIONS}) AS epoch,
        g / ${STATIONS} + 1 AS seq, gen_random_uuid()::text AS event_id, gen_random_uuid()::text AS intent_id, type, version,
        to_char(timestamp '2026-01-01' + g * interval '0.5 s', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at_utc, mono_ns, boot_id,
        mes_offset_ms, clock_state, actor, auth, work_unit,
        CASE WHEN job_order IS NULL THEN NULL ELSE ${ORDER} END AS job_order,
        CASE WHEN type = 'material.loaded' THEN replace(payload, '${TEMPLATE}', ${ORDER}) ELSE payload END AS payload,
        encode(sha256(g::text::bytea), 'hex') AS prev_hash, encode(sha256((g + 1)::text::bytea), 'hex') AS hash,
        received_at, verdict, code
      FROM generate_series(${from}::bigint, ${to - 1}::bigint) g
      JOIN bench_template ON nth = (g / ${STATIONS}) % ${EVENTS_PER_ORDER} + 1
      UNION ALL
      SELECT ${place}, ${COLUMNS} FROM bench_uploaded WHERE ${place} >= ${from} AND ${place} < ${to}
    ) AS stream ORDER BY place`;
}

/** What the MES keeps beside the journal of the orders made up here, after the rows of the uploaded one. */
const PROJECTIONS = [
  `CREATE TEMPORARY TABLE bench_order AS
   SELECT DISTINCT job_order AS id, station_id FROM journal_event WHERE type = 'order.started' AND station_id LIKE 'WS-F%'`,
  `INSERT INTO job_order SELECT (jsonb_populate_record(o, jsonb_build_object('job_order_id', b.id,
     'body', replace(o.body, '${TEMPLATE}', b.id)))).* FROM job_order o, bench_order b WHERE o.job_order_id = '${TEMPLATE}'`,
  `INSERT INTO order_progress SELECT (jsonb_populate_record(p, jsonb_build_object('job_order_id', b.id))).*
   FROM order_progress p, bench_order b WHERE p.job_order_id = '${TEMPLATE}'`,
  `INSERT INTO station_order SELECT (jsonb_populate_record(s, jsonb_build_object('job_order_id', b.id, 'station_id',
     b.station_id))).* FROM station_order s, bench_order b WHERE s.job_order_id = '${TEMPLATE}'`,
  ...["measurement", "defect"].map(
    (
      table,
    ) => `INSERT INTO ${table} SELECT (jsonb_populate_record(m, jsonb_build_object('event_id', e.event_id,
       'job_order_id', e.job_order, 'station_id', e.station_id))).*
     FROM journal_event e, ${table} m
     WHERE m.event_id = (SELECT min(event_id) FROM ${table} WHERE job_order_id = '${TEMPLATE}') AND e.type = '${table === "defect" ? "defect.logged" : "measurement.recorded"}' AND e.station_id LIKE 'WS-F%'`,
  ),
  `INSERT INTO lot_use SELECT DISTINCT payload::json->>'lotId', job_order FROM journal_event
   WHERE type = 'material.loaded' AND station_id LIKE 'WS-F%'`,
];
