import type { Migration } from "./migration.ts";

/** What the MES said: master data mirrored from its directive log, and verdicts that a person should see. */
export const syncMigration: Migration = {
  id: 30,
  purpose: "sync",
  sql: `
    CREATE TABLE mirror (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      directive_seq INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE verdict (
      epoch TEXT NOT NULL,
      seq INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('rejected', 'parked')),
      code TEXT NOT NULL,
      PRIMARY KEY (epoch, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
