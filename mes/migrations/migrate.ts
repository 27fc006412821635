import type { Database, Queries } from "../database/database.ts";
import { DatabaseError } from "../database/database-error.ts";
import type { Migration } from "./migration.ts";

/** Any number; two MES processes that start together must not migrate together. */
const MIGRATION_LOCK = 7_411;

/**
 * Brings the schema forward, each step in a transaction of its own: the old schema or the new one, never between (P4).
 *
 * @returns the numbers applied now
 * @throws DatabaseError "schema-newer" when a newer MES has been here; this version would misread its tables
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly number[]> {
  await database.script(`
    CREATE TABLE IF NOT EXISTS schema_migration (
      number integer PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  await refuseNewer(database, migrations);
  const applied: number[] = [];
  for (const migration of migrations)
    if (await database.transaction((tx) => applyOnce(tx, migration))) applied.push(migration.number);
  return applied;
}

async function refuseNewer(database: Database, migrations: readonly Migration[]): Promise<void> {
  const rows = await database.query<{ newest: number | null }>(
    "SELECT max(number) AS newest FROM schema_migration",
  );
  const newest = rows[0]?.newest ?? 0;
  const known = migrations.at(-1)?.number ?? 0;
  if (newest > known)
    throw new DatabaseError(
      "schema-newer",
      `The database has schema ${newest}, this MES knows ${known}; start the newer MES, or restore its backup`,
    );
}

async function applyOnce(tx: Queries, migration: Migration): Promise<boolean> {
  await tx.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  const done = await tx.query("SELECT number FROM schema_migration WHERE number = $1", [migration.number]);
  if (done.length > 0) return false;
  // A journal of years takes longer to read, and to index, than a statement of the MES may.
  await tx.query("SET LOCAL statement_timeout = 0");
  await tx.script(migration.sql);
  await tx.query("INSERT INTO schema_migration (number, name) VALUES ($1, $2)", [
    migration.number,
    migration.name,
  ]);
  return true;
}
