import type { Migration } from "./migration.ts";

/** How long a set-up takes is asked of the newest orders of the same item at the same work unit. Written by upsertJobOrders. */
export const ordersOfItems: Migration = {
  number: 260,
  name: "orders-of-items",
  sql: `
    ALTER TABLE job_order ADD COLUMN item_id text NOT NULL DEFAULT '';
    UPDATE job_order SET item_id = coalesce(body::json#>>'{item,itemId}', '');
    CREATE INDEX job_order_ended_of_item ON job_order (item_id, work_unit, due_at DESC) WHERE ended;`,
};
