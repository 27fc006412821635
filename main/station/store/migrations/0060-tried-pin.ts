import type { Migration } from "./migration.ts";

/** Which PIN was tried: wrong tries of one say nothing of another that the MES sends later. */
export const triedPinMigration: Migration = {
  id: 60,
  purpose: "tried-pin",
  sql: "ALTER TABLE pin_guard ADD COLUMN pin_hash TEXT",
};
