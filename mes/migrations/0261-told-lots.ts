import type { Migration } from "./migration.ts";

/**
 * Since when the planner's quantity of a lot counts: what stations take after it is off. Of lots that were told of before,
 * nobody knows when, and all that was ever taken of them is off. Written by upsertMasterData.
 */
export const toldLots: Migration = {
  number: 261,
  name: "told-lots",
  sql: "ALTER TABLE master_data ADD COLUMN quantity_told_at timestamptz;",
};
