import type { Migration } from "./migration.ts";

/** The whole table of states of a job order; those there were are among them. */
export const orderStates: Migration = {
  number: 130,
  name: "order-states",
  sql: `
    ALTER TABLE station_order DROP CONSTRAINT station_order_state_check;
    ALTER TABLE station_order ADD CONSTRAINT station_order_state_check
      CHECK (state IN ('none', 'setting-up', 'running', 'paused', 'held', 'finished', 'aborted'));
    ALTER TABLE job_order DROP CONSTRAINT job_order_status_check;
    ALTER TABLE job_order ADD CONSTRAINT job_order_status_check
      CHECK (status IN ('released', 'cancelled', 'aborted'));`,
};
