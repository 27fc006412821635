import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { migrate, schemaVersion } from "./migrate.ts";
import { signalsMigration } from "./signals-migrations/0010-signals.ts";
import { STORE_MARK, signalsReadTables, signalsTables } from "./signals-tables.ts";
import {
  type Database,
  expectPragma,
  isCorrupt,
  openDatabase,
  openLockFile,
  storeErrorFrom,
} from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

const MIGRATIONS = [signalsMigration];
const FILE = "signals.db";
const NORMAL = 1;

/** In pages. Head rows die young: most are overwritten in the log before a checkpoint copies them, which halves the writing. */
const CHECKPOINT_PAGES = 8_000;
/** In KiB. The writer appends and reads again only what it seals; better-sqlite3 would let it keep 16 MB of pages. */
const CACHE_KIB = 4_000;

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
    assertWhole(database);
    giveMark(database);
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
 * A reader of the store that is there now: when the one it was opened on has been put aside, it is closed and the new one
 * opened. @returns what gives it, undefined as long as no writer has made one
 */
export function currentSignals<Cause extends string, Reader extends { close(): void }>(
  dataDir: string,
  open: (storage: NonNullable<ReturnType<typeof readSignalsDatabase<Cause>>>) => Reader,
): () => Reader | undefined {
  let opened: { readonly file: number; readonly reader: Reader } | undefined;
  return () => {
    const file = statSync(join(dataDir, FILE), { throwIfNoEntry: false })?.ino;
    if (opened !== undefined && opened.file === file) return opened.reader;
    opened?.reader.close();
    opened = undefined;
    if (file === undefined) return undefined;
    const storage = readSignalsDatabase<Cause>(dataDir);
    if (storage === undefined) return undefined;
    opened = { file, reader: open(storage) };
    return opened.reader;
  };
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

/** @returns whether the store itself is damaged, so that it is to be put aside; false: the disk, the lock, the version */
export function isSignalDamage(error: unknown): boolean {
  return isCorrupt(error) || error instanceof SignalDamage;
}

/** The file can be read, and is not what was written. */
class SignalDamage extends StoreError {}

/**
 * Puts a damaged store where nobody opens it and nothing deletes it. Its log goes first: left behind, it would be taken
 * for that of the store made next.
 *
 * @returns the name it has now, and since when values may be in it
 */
export function setSignalsAside(
  dataDir: string,
  at: Date,
): { readonly file: string; readonly sinceMs: number } {
  const release = takeLock(dataDir);
  try {
    const stamp = at.toISOString().replaceAll(/[-:.]/g, "");
    const aside = `signals.damaged-${stamp}.db`;
    const { birthtimeMs, mtimeMs } = statSync(join(dataDir, FILE));
    for (const part of ["-wal", "-shm", ""]) {
      const from = join(dataDir, `${FILE}${part}`);
      if (existsSync(from)) renameSync(from, join(dataDir, `${aside}${part}`));
    }
    // Some file systems keep no time of birth.
    return { file: aside, sinceMs: birthtimeMs > 0 ? birthtimeMs : mtimeMs };
  } finally {
    release();
  }
}

function giveMark(database: Database): void {
  database.prepare("INSERT OR IGNORE INTO mark VALUES (?, ?)").run(STORE_MARK, randomInt(1, 2 ** 47));
}

/** Looks at every row but not at the long bodies, which have checksums of their own; of a full store 0.2 GB. */
function assertWhole(database: Database): void {
  const numberOf = (sql: string): number => Number(database.prepare(sql).pluck().get());
  try {
    for (const [table, column] of Object.entries(SOME_COLUMN)) {
      const rows = numberOf(`SELECT count(nullif(${column}, '')) FROM ${table} NOT INDEXED`);
      const counted = indexesOf(database, table).map((index) =>
        // total, as SQLite counts along whichever index it likes.
        numberOf(`SELECT total(1) FROM ${table} INDEXED BY ${index}`),
      );
      if (counted.some((count) => count !== rows)) {
        throw new SignalDamage("suspect", `${FILE} has lost rows of ${table}`);
      }
    }
  } catch (cause) {
    database.close();
    if (cause instanceof StoreError || isCorrupt(cause)) throw cause;
    throw new SignalDamage("suspect", `${FILE} has lost a table`, { cause });
  }
}

function indexesOf(database: Database, table: string): readonly string[] {
  const indexes = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND rootpage > 0";
  return database.prepare<[string], string>(indexes).pluck().all(table);
}

/** Of each table a column that is never null. */
const SOME_COLUMN = {
  signal: "signal_id",
  head: "at_us",
  sealed: "seq",
  segment: "samples",
  gap: "cause",
  text_value: "arrived_us",
  mark: "value",
};

function prepare(database: Database): void {
  try {
    database.pragma("synchronous = NORMAL");
    expectPragma(database, "synchronous", NORMAL);
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    database.pragma(`cache_size = ${-CACHE_KIB}`);
    migrate(database, MIGRATIONS);
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
