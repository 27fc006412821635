import type { Migration } from "./migration.ts";

/** A booking may be taken back piece by piece: many counter-bookings of one booking, each with its pieces. */
export const partReversals: Migration = {
  number: 150,
  name: "part-reversals",
  sql: `
    ALTER TABLE reversal DROP CONSTRAINT reversal_pkey;
    ALTER TABLE reversal ADD PRIMARY KEY (event_id);
    -- Pieces; null: the whole booking, as all were until now.
    ALTER TABLE reversal ADD COLUMN quantity bigint;
    CREATE INDEX reversal_by_booking ON reversal (reverses);
    ALTER TABLE defect ADD COLUMN taken_back bigint NOT NULL DEFAULT 0;
    UPDATE defect SET taken_back = quantity WHERE reversed_by IS NOT NULL;
    ALTER TABLE defect DROP COLUMN reversed_by;`,
};
