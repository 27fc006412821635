import type { Migration } from "./migration.ts";

/** Stations of the first version called it no-signal; the floor page knows seven states, and that is not one of them. */
export const machineNoData: Migration = {
  number: 90,
  name: "machine-no-data",
  sql: `UPDATE station SET machine_state = 'no-data' WHERE machine_state = 'no-signal';`,
};
