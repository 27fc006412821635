import type { Migration } from "../migrations/migration.ts";

/**
 * Samples lie in blobs: the head log takes one per flush, segments hold sealed columns of up to 16 signals. Rows per sample
 * or per chunk would cost a page each. Times are REAL, as a source may name any instant and a double holds microseconds.
 */
export const signalsMigration: Migration = {
  id: 10,
  purpose: "signals",
  sql: `
    CREATE TABLE signal (
      number INTEGER PRIMARY KEY,
      machine_id TEXT NOT NULL,
      signal_id TEXT NOT NULL,
      UNIQUE (machine_id, signal_id)
    ) STRICT;

    CREATE TABLE head (
      seq INTEGER PRIMARY KEY,
      at_us REAL NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    CREATE TABLE sealed (
      partition INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE segment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      signal_group INTEGER NOT NULL,
      from_us REAL NOT NULL,
      to_us REAL NOT NULL,
      sealed_us REAL NOT NULL,
      samples INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT;
    CREATE INDEX segment_by_time ON segment (signal_group, to_us, from_us);

    CREATE TABLE gap (
      id INTEGER PRIMARY KEY,
      machine_id TEXT,
      signal INTEGER,
      from_us REAL NOT NULL,
      to_us REAL,
      cause TEXT NOT NULL
    ) STRICT;
    CREATE INDEX gap_by_time ON gap (from_us);

    CREATE TABLE text_value (
      id INTEGER PRIMARY KEY,
      signal INTEGER NOT NULL,
      source_us REAL,
      arrived_us REAL NOT NULL,
      status INTEGER NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX text_by_signal ON text_value (signal, id);

    CREATE TABLE mark (
      name TEXT PRIMARY KEY,
      value REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
