import type { Migration } from "./migration.ts";

/** Whether material of an order is there is asked by item; lots grow with the years. Written by upsertMasterData. */
export const lotsOfItems: Migration = {
  number: 211,
  name: "lots-of-items",
  sql: `
    ALTER TABLE master_data ADD COLUMN item_id text;
    UPDATE master_data SET item_id = body::json#>>'{item,itemId}' WHERE kind = 'lot';
    CREATE INDEX master_data_lots_of_item ON master_data (item_id) WHERE kind = 'lot';`,
};
