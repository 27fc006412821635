import type { Migration } from "./migration.ts";

/** Tries of PINs in a row, of each person and of the terminal (subject ''). No part of the journal and never sent. */
export const pinGuardMigration: Migration = {
  id: 50,
  purpose: "pin-guard",
  sql: `
    CREATE TABLE pin_guard (
      subject TEXT PRIMARY KEY,
      tries_in_a_row INTEGER NOT NULL CHECK (tries_in_a_row > 0),
      at_utc TEXT NOT NULL,
      mono_ns TEXT NOT NULL,
      boot_id TEXT NOT NULL,
      clock_state TEXT NOT NULL CHECK (clock_state IN ('trusted', 'unknown'))
    ) STRICT, WITHOUT ROWID;
  `,
};
