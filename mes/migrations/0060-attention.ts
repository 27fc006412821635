import type { Migration } from "./migration.ts";

export const attention: Migration = {
  number: 60,
  name: "attention",
  sql: `
    CREATE TABLE attention (
      id text PRIMARY KEY,
      kind text NOT NULL,
      station_id text NOT NULL REFERENCES station,
      title text NOT NULL,
      detail text NOT NULL,
      since_utc text NOT NULL,
      opened_at timestamptz NOT NULL,
      closed_at timestamptz
    );
    CREATE INDEX attention_open ON attention (opened_at) WHERE closed_at IS NULL;
    CREATE TABLE maintenance_order (
      maintenance_order_id text PRIMARY KEY,
      station_id text NOT NULL REFERENCES station,
      work_unit text NOT NULL,
      tool_id text NOT NULL,
      used_cycles bigint NOT NULL,
      life_limit_cycles bigint NOT NULL,
      raised_utc text NOT NULL,
      raised_by_event text NOT NULL,
      done_at timestamptz
    );`,
};
