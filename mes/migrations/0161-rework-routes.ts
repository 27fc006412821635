import type { Migration } from "./migration.ts";

/** Bookings of rework that sent their pieces back: each leads to exactly one rework order. */
export const reworkRoutes: Migration = {
  number: 161,
  name: "rework-routes",
  sql: `
    CREATE TABLE rework_route (
      event_id text PRIMARY KEY,
      from_job_order_id text NOT NULL,
      to_job_order_id text NOT NULL,
      reason_code text,
      quantity bigint NOT NULL,
      taken_back bigint NOT NULL DEFAULT 0,
      -- So much of taken_back is in the rework order already; null: there is none yet.
      settled bigint
    );
    CREATE INDEX rework_route_by_order ON rework_route (from_job_order_id);`,
};
