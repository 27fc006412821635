import { randomInt } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate, schemaVersion } from "./migrate.ts";
import { signalsMigration } from "./signals-migrations/0010-signals.ts";
import { STORE_MARK, signalsReadTables, signalsTables } from "./signals-tables.ts";
import { type Database, expectPragma, openDatabase, openLockFile, storeErrorFrom } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

const MIGRATIONS = [signalsMigration];
const FILE = "signals.db";
const NORMAL = 1;

/** In pages. Head rows die young: most are overwritten in the log before a checkpoint copies them, which halves the writing. */
const CHECKPOINT_PAGES = 8_000;

/**
 * Opens the store of samples for its one writer. `synchronous=NORMAL`: a killed process loses nothing that was flushed; a
 * power cut may take the last seconds, and what is lost is a gap. Bookings have their own file with their own promise.
 *
 * @throws StoreError locked when another process writes there; unusable or suspect
 */
export function openSignalsDatabase<Cause extends string>(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = takeLock(dataDir);
  try {
    const database = openDatabase(join(dataDir, FILE));
    prepare(database);
    const tables = signalsTables<Cause>(database);
    return {
      ...tables,
      close(): void {
        tables.close();
        release();
      },
    };
  } catch (cause) {
    release();
    throw cause;
  }
}

/**
 * Opens it for reading beside the writer. @returns undefined as long as no writer has made it.
 *
 * @throws StoreError unusable when it is of another version
 */
export function readSignalsDatabase<Cause extends string>(dataDir: string) {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  const database = openDatabase(path, { readonly: true });
  const version = schemaVersion(database);
  if (version === MIGRATIONS.at(-1)?.id) return signalsReadTables<Cause>(database);
  database.close();
  if (version === 0) return undefined;
  throw new StoreError("unusable", `${FILE} has schema ${version}, which this program does not read`);
}

function prepare(database: Database): void {
  try {
    database.pragma("synchronous = NORMAL");
    expectPragma(database, "synchronous", NORMAL);
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    migrate(database, MIGRATIONS);
    database.prepare("INSERT OR IGNORE INTO mark VALUES (?, ?)").run(STORE_MARK, randomInt(1, 2 ** 47));
  } catch (cause) {
    database.close();
    throw cause instanceof StoreError ? cause : storeErrorFrom(cause, `Cannot prepare ${FILE}`);
  }
}

/** Held by the operating system for as long as this process lives, so that a dead writer leaves no lock behind. */
function takeLock(dataDir: string): () => void {
  const lock = openLockFile(join(dataDir, "signals.lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    const error = storeErrorFrom(cause, "Cannot take the lock of the signal store");
    if (!(error instanceof StoreError && error.code === "locked")) throw error;
    throw new StoreError("locked", `Another process writes the signals of ${dataDir}`, { cause });
  }
  return () => {
    if (lock.open) lock.close();
  };
}
