import type { Migration } from "./migration.ts";

export const stations: Migration = {
  number: 20,
  name: "stations",
  sql: `
    CREATE TABLE station (
      station_id text PRIMARY KEY,
      work_unit text NOT NULL,
      machine_name text NOT NULL,
      rank integer NOT NULL,
      token_hash text NOT NULL,
      -- Dense counter of the directive log; locked with the row, so a rolled-back import burns no number.
      directive_seq bigint NOT NULL DEFAULT 0,
      machine_state text,
      machine_state_since text,
      last_event_utc text,
      last_contact_at timestamptz
    );
    CREATE INDEX station_by_work_unit ON station (work_unit);
    CREATE TABLE directive (
      station_id text NOT NULL REFERENCES station,
      seq bigint NOT NULL,
      at timestamptz NOT NULL,
      kind text NOT NULL,
      id text NOT NULL,
      body text,
      PRIMARY KEY (station_id, seq)
    );`,
};
