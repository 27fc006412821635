import type { Migration } from "./migrations/migration.ts";
import type { Database } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

/**
 * Brings the schema up to date, each step in its own transaction together with its number in `user_version`: after a
 * kill the file is at one step or the next, never between (fault P4). A file newer than this program is refused.
 *
 * @returns the ids of the steps that ran
 */
export function migrate(database: Database, migrations: readonly Migration[]): readonly number[] {
  const newest = migrations.at(-1)?.id ?? 0;
  const present = schemaVersion(database);
  if (present > newest) {
    throw new StoreError(
      "unusable",
      `The data was written by a newer version of Takt (schema ${present}, this one knows ${newest}). Install that version again`,
    );
  }
  const due = migrations.filter((migration) => migration.id > present);
  for (const migration of due) run(database, migration);
  return due.map((migration) => migration.id);
}

function run(database: Database, migration: Migration): void {
  database.transaction(() => {
    database.exec(migration.sql);
    database.pragma(`user_version = ${migration.id}`);
  })();
}

/** @throws StoreError unusable: an unreadable version is never taken for an empty file */
export function schemaVersion(database: Database): number {
  const version = database.pragma("user_version", { simple: true });
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 0) {
    throw new StoreError("unusable", `The schema version of the data cannot be read: ${String(version)}`);
  }
  return version;
}
