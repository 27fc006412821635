import type { Migration } from "./migration.ts";

/**
 * Where to look for a lot. Which pieces took it is never stored: it is folded from the journals of the orders named here.
 */
export const lotUse: Migration = {
  number: 140,
  name: "lot-use",
  sql: `
    CREATE TABLE lot_use (
      lot_id text NOT NULL,
      job_order_id text NOT NULL,
      PRIMARY KEY (lot_id, job_order_id)
    );
    INSERT INTO lot_use (lot_id, job_order_id)
    SELECT DISTINCT payload::json->>'lotId', job_order FROM journal_event
    WHERE type = 'material.loaded' AND verdict = 'applied' AND job_order IS NOT NULL
      AND payload::json->>'lotId' IS NOT NULL;
    -- Lots that an order of this plant made, as the planner told.
    CREATE TABLE made_lot (
      lot_id text PRIMARY KEY,
      job_order_id text NOT NULL
    );
    CREATE INDEX made_lot_by_order ON made_lot (job_order_id);
    INSERT INTO made_lot (lot_id, job_order_id)
    SELECT id, body::json->>'madeByJobOrderId' FROM master_data
    WHERE kind = 'lot' AND body::json->>'madeByJobOrderId' IS NOT NULL;`,
};
