import type { Migration } from "./migration.ts";

/**
 * Machines and what their signals came to. The roll-ups are the station's to tell again: `signal_feed` says how far they
 * have come, in the transaction of the rows. Buckets start at seconds since 1970, gaps at microseconds.
 */
export const machineSignals: Migration = {
  number: 110,
  name: "machine-signals",
  sql: `
    CREATE TABLE machine (
      station_id text NOT NULL REFERENCES station,
      machine_id text NOT NULL,
      -- From the mapping of the station; null until it has told.
      name text,
      work_unit text,
      place integer,
      state text,
      state_since text,
      PRIMARY KEY (station_id, machine_id)
    );
    -- What the journal holds already of the newest state of each machine.
    INSERT INTO machine (station_id, machine_id, state, state_since)
    SELECT DISTINCT ON (station_id, payload::json->>'machineId') station_id, payload::json->>'machineId',
      payload::json->>'state',
      to_char((at_utc::timestamptz - make_interval(secs => coalesce((payload::json->>'agoMs')::double precision, 0) / 1000))
        AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    FROM journal_event
    WHERE type = 'machine.state-changed' AND verdict = 'applied' AND payload::json->>'machineId' IS NOT NULL
    ORDER BY station_id, payload::json->>'machineId', received_at DESC, seq DESC;
    CREATE TABLE machine_signal (
      station_id text NOT NULL REFERENCES station,
      machine_id text NOT NULL,
      signal_id text NOT NULL,
      meaning text NOT NULL,
      unit text NOT NULL,
      scale double precision NOT NULL,
      PRIMARY KEY (station_id, machine_id, signal_id)
    );
    CREATE TABLE machine_rollup (
      station_id text NOT NULL REFERENCES station,
      machine_id text NOT NULL,
      signal_id text NOT NULL,
      bucket_seconds integer NOT NULL CHECK (bucket_seconds IN (60, 3600)),
      start_seconds bigint NOT NULL,
      count bigint NOT NULL,
      bad bigint NOT NULL,
      min double precision,
      max double precision,
      first double precision,
      last double precision,
      integral double precision NOT NULL,
      covered_seconds double precision NOT NULL,
      PRIMARY KEY (station_id, machine_id, signal_id, bucket_seconds, start_seconds)
    );
    CREATE INDEX machine_rollup_by_age ON machine_rollup (bucket_seconds, start_seconds);
    CREATE TABLE machine_gap (
      station_id text NOT NULL REFERENCES station,
      -- Empty: all machines of the station, all signals of the machine; a key cannot hold null.
      machine_id text NOT NULL,
      signal_id text NOT NULL,
      from_us bigint NOT NULL,
      cause text NOT NULL,
      to_us bigint,
      PRIMARY KEY (station_id, machine_id, signal_id, from_us, cause)
    );
    CREATE TABLE signal_feed (
      station_id text PRIMARY KEY REFERENCES station,
      store_id text,
      up_to bigint NOT NULL,
      revision bigint NOT NULL
    );`,
};
