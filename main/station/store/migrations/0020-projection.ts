import type { Migration } from "./migration.ts";

/** fold(journal) as rows, written in the transaction of the event. `body` is JSON; an area is a map of the state. */
export const projectionMigration: Migration = {
  id: 20,
  purpose: "projection",
  sql: `
    CREATE TABLE projection (
      area TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (area, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
};
