import type { Migration } from "./migration.ts";

/** Where to look for a unit; what is in it is never stored but folded from the journals of the orders named here. */
export const packingUnits: Migration = {
  number: 180,
  name: "packing-units",
  sql: `
    CREATE TABLE unit_order (
      unit_id text NOT NULL,
      job_order_id text NOT NULL,
      PRIMARY KEY (unit_id, job_order_id)
    );
    CREATE INDEX unit_order_by_order ON unit_order (job_order_id);
    -- Two units with one SSCC are a fault that a person must see, so the number alone is no key.
    CREATE TABLE unit_number (
      sscc text NOT NULL,
      unit_id text NOT NULL,
      PRIMARY KEY (sscc, unit_id)
    );`,
};
