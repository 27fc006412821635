import type { Migration } from "./migration.ts";

/** Operations of one production order belong together; what came to each is told to its stations when it changes. */
export const routes: Migration = {
  number: 160,
  name: "routes",
  sql: `
    ALTER TABLE job_order ADD COLUMN production_order_id text;
    UPDATE job_order SET production_order_id = body::json#>>'{route,productionOrderId}'
    WHERE body::json#>>'{route,productionOrderId}' IS NOT NULL;
    CREATE INDEX job_order_by_production_order ON job_order (production_order_id);
    CREATE TABLE route_news (
      job_order_id text PRIMARY KEY,
      -- JSON: what the stations were told last, without its time.
      news text NOT NULL,
      as_of text NOT NULL
    );`,
};
