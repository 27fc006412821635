import type { Migration } from "./migration.ts";

/** INSERT OR REPLACE deletes rows without asking a DELETE trigger, so it must be stopped before it inserts. */
export const noReplaceMigration: Migration = {
  id: 40,
  purpose: "no-replace",
  sql: `
    CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE epoch = NEW.epoch AND seq = NEW.seq)
      OR EXISTS (SELECT 1 FROM journal WHERE intent_id = NEW.intent_id)
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only: this entry or its intent is there already'); END;
  `,
};
