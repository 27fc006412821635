import type { Migration } from "./migration.ts";

/** Everything here can be folded again from journal_event; nothing here is told to a station. */
export const orderProgress: Migration = {
  number: 50,
  name: "order-progress",
  sql: `
    CREATE TABLE order_progress (
      job_order_id text PRIMARY KEY,
      count_authority text,
      counted bigint NOT NULL DEFAULT 0,
      reported_good bigint NOT NULL DEFAULT 0,
      scrap bigint NOT NULL DEFAULT 0,
      rework bigint NOT NULL DEFAULT 0
    );
    CREATE TABLE station_order (
      station_id text NOT NULL REFERENCES station,
      job_order_id text NOT NULL,
      state text NOT NULL CHECK (state IN ('none', 'running', 'paused', 'finished')),
      hold text NOT NULL CHECK (hold IN ('none', 'start-rejected', 'awaiting-upgrade')),
      since_utc text,
      pause_reason text,
      started_utc text,
      finished_utc text,
      PRIMARY KEY (station_id, job_order_id)
    );
    CREATE INDEX station_order_by_order ON station_order (job_order_id);
    CREATE TABLE measurement (
      event_id text PRIMARY KEY,
      job_order_id text,
      station_id text NOT NULL,
      characteristic_id text NOT NULL,
      value_units bigint NOT NULL,
      value_scale integer NOT NULL,
      unit text NOT NULL,
      result text NOT NULL,
      at_utc text NOT NULL,
      actor text,
      withdrawn_by text
    );
    CREATE INDEX measurement_by_order ON measurement (job_order_id);
    CREATE TABLE defect (
      event_id text PRIMARY KEY,
      job_order_id text,
      station_id text NOT NULL,
      defect_code text NOT NULL,
      quantity bigint NOT NULL,
      disposition text NOT NULL,
      at_utc text NOT NULL,
      actor text,
      reversed_by text
    );
    CREATE INDEX defect_by_order ON defect (job_order_id);
    -- One counter-booking per booking, whoever sends it.
    CREATE TABLE reversal (
      reverses text PRIMARY KEY,
      event_id text NOT NULL
    );`,
};
