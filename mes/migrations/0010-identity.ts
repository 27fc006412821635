import type { Migration } from "./migration.ts";

export const identity: Migration = {
  number: 10,
  name: "identity",
  sql: `
    CREATE TABLE mes_identity (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      mes_id text NOT NULL,
      mes_epoch text NOT NULL,
      plant_name text NOT NULL,
      -- Number of the last frame of the ingress file whose effect this database holds.
      ingress_frame bigint NOT NULL DEFAULT 0
    );`,
};
