import type { Migration } from "./migration.ts";

/** Bodies are the JSON text that was imported, so fields unknown to this version reach the stations unchanged. */
export const masterData: Migration = {
  number: 40,
  name: "master-data",
  sql: `
    CREATE TABLE master_data (
      kind text NOT NULL,
      id text NOT NULL,
      body text NOT NULL,
      PRIMARY KEY (kind, id)
    );
    CREATE TABLE job_order (
      job_order_id text PRIMARY KEY,
      work_unit text NOT NULL,
      status text NOT NULL CHECK (status IN ('released', 'cancelled')),
      body text NOT NULL,
      imported_at timestamptz NOT NULL
    );
    CREATE INDEX job_order_by_work_unit ON job_order (work_unit);`,
};
