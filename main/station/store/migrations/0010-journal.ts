import type { Migration } from "./migration.ts";

/**
 * The journal and its epochs. The key (epoch, seq) is the table itself (WITHOUT ROWID), so that a booking touches as few
 * pages as can be. Triggers keep it append-only even for a tool that opens the file with best intentions.
 */
export const journalMigration: Migration = {
  id: 10,
  purpose: "journal",
  sql: `
    CREATE TABLE epoch (
      ordinal INTEGER PRIMARY KEY,
      epoch TEXT NOT NULL UNIQUE,
      opened_utc TEXT NOT NULL,
      cause TEXT NOT NULL,
      ack_seq INTEGER NOT NULL DEFAULT 0 CHECK (ack_seq >= 0),
      ack_hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE journal (
      epoch TEXT NOT NULL REFERENCES epoch (epoch),
      seq INTEGER NOT NULL CHECK (seq > 0),
      event_id TEXT NOT NULL,
      intent_id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      at_utc TEXT NOT NULL,
      mono_ns TEXT NOT NULL,
      boot_id TEXT NOT NULL,
      mes_offset_ms INTEGER,
      clock_state TEXT NOT NULL CHECK (clock_state IN ('trusted', 'unknown')),
      actor TEXT,
      auth TEXT NOT NULL,
      work_unit TEXT NOT NULL,
      job_order TEXT,
      payload TEXT NOT NULL,
      prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      PRIMARY KEY (epoch, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only: correct by a new event'); END;

    CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only: nothing is deleted'); END;
  `,
};
