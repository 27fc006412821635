import type { Migration } from "./migration.ts";

/** What stands of an order's measurements is counted from the index alone; it takes the place of the one by order. */
export const standingMeasurements: Migration = {
  number: 200,
  name: "standing-measurements",
  sql: `
    CREATE INDEX measurement_standing ON measurement (job_order_id, result) WHERE withdrawn_by IS NULL;
    DROP INDEX measurement_by_order;`,
};
