import { journalMigration } from "./0010-journal.ts";
import { projectionMigration } from "./0020-projection.ts";
import { syncMigration } from "./0030-sync.ts";
import { noReplaceMigration } from "./0040-no-replace.ts";
import { pinGuardMigration } from "./0050-pin-guard.ts";
import { triedPinMigration } from "./0060-tried-pin.ts";
import type { Migration } from "./migration.ts";

/** In the order in which they run. */
export const allMigrations: readonly Migration[] = [
  journalMigration,
  projectionMigration,
  syncMigration,
  noReplaceMigration,
  pinGuardMigration,
  triedPinMigration,
];
