import SqliteDatabase from "better-sqlite3";
import { StoreError } from "./store-error.ts";

/** The only file that knows better-sqlite3. */
export type Database = SqliteDatabase.Database;

/**
 * 3.51.3 is the first release in which a checkpoint cannot race a WAL reset and lose committed pages
 * (RELIABILITY §0.3).
 */
const OLDEST_SQLITE = [3, 51, 3] as const;

export interface OpenOptions {
  readonly readonly?: boolean;
}

/**
 * Opens the journal database with the settings that "saved" depends on, and reads each back: better-sqlite3 is compiled
 * so that a WAL file silently falls to synchronous=NORMAL, under which a power cut undoes what an operator was told is
 * saved. Worst outcome if this file is wrong: acknowledged bookings vanish.
 *
 * @throws StoreError unusable, when a setting does not hold
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const database = open(path, options);
  try {
    configure(database, options.readonly === true);
    assertSettings(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause instanceof StoreError ? cause : storeErrorFrom(cause, `Cannot prepare ${path}`);
  }
}

function open(path: string, options: OpenOptions): Database {
  try {
    return new SqliteDatabase(path, { readonly: options.readonly === true, timeout: 5_000 });
  } catch (cause) {
    throw storeErrorFrom(cause, `Cannot open ${path}`);
  }
}

function configure(database: Database, readonly: boolean): void {
  if (!readonly) database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
  database.pragma("wal_autocheckpoint = 1000");
}

const FULL = 2;

function assertSettings(database: Database): void {
  const version = String(database.prepare("SELECT sqlite_version()").pluck().get());
  if (isOlder(version)) throw new StoreError("unusable", `SQLite ${version} can lose committed pages`);
  expectPragma(database, "journal_mode", "wal");
  expectPragma(database, "synchronous", FULL);
  expectPragma(database, "foreign_keys", 1);
  expectPragma(database, "trusted_schema", 0);
}

export function expectPragma(database: Database, name: string, wanted: string | number): void {
  const found = database.pragma(name, { simple: true });
  if (found !== wanted) {
    throw new StoreError("unusable", `PRAGMA ${name} is ${String(found)}, it must be ${wanted}`);
  }
}

export function isOlder(version: string): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part < oldest;
  }
  return false;
}

/** Sorts what SQLite throws into what must follow; unknown errors stay what they are. */
export function storeErrorFrom(cause: unknown, doing: string): Error {
  if (!(cause instanceof SqliteDatabase.SqliteError)) {
    return new StoreError("unusable", doing, { cause });
  }
  const message = `${doing}: ${cause.message}`;
  if (cause.code === "SQLITE_FULL") return new StoreError("full", message, { cause });
  if (cause.code === "SQLITE_BUSY" || cause.code === "SQLITE_LOCKED") {
    return new StoreError("locked", message, { cause });
  }
  if (/^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN|READONLY)/.test(cause.code)) {
    return new StoreError("suspect", message, { cause });
  }
  return new StoreError("unusable", message, { cause });
}

export function isSqliteError(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError;
}

/** What is in the file is wrong, not the way to it. */
export function isCorrupt(error: unknown): boolean {
  const cause = error instanceof StoreError ? error.cause : error;
  return cause instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code);
}

/** A file that only serves as a lock: no WAL, no waiting. */
export function openLockFile(path: string): Database {
  try {
    return new SqliteDatabase(path, { timeout: 0 });
  } catch (cause) {
    throw storeErrorFrom(cause, `Cannot open ${path}`);
  }
}
