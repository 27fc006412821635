import type { Migration } from "./migration.ts";

/** Where to look for a piece by its number. */
export const pieceSerials: Migration = {
  number: 181,
  name: "piece-serials",
  sql: `
    CREATE TABLE piece_serial (
      event_id text PRIMARY KEY,
      item_id text NOT NULL,
      serial text NOT NULL,
      job_order_id text NOT NULL
    );
    CREATE INDEX piece_serial_by_number ON piece_serial (serial, item_id);`,
};
