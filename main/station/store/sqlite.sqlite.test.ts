import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type Database, expectPragma, isOlder, openDatabase, storeErrorFrom } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

function open(path: string): Database {
  const database = openDatabase(path);
  onTestFinished(() => void database.close());
  return database;
}

const pragma = (database: Database, name: string): unknown => database.pragma(name, { simple: true });

describe("opening the database", () => {
  test("B7 every setting holds, also on a file that was written and opened again", () => {
    const path = join(temporaryFolder(), "journal.db");
    for (const run of [1, 2, 3]) {
      const database = openDatabase(path);
      database.exec(`CREATE TABLE IF NOT EXISTS t (x); INSERT INTO t VALUES (${run})`);
      expect(pragma(database, "synchronous")).toBe(2);
      expect(pragma(database, "journal_mode")).toBe("wal");
      expect(pragma(database, "foreign_keys")).toBe(1);
      expect(pragma(database, "trusted_schema")).toBe(0);
      database.close();
    }
  });

  test("B7 the driver alone would fall to synchronous=NORMAL on such a file: that is why it is set and read back", () => {
    const path = join(temporaryFolder(), "journal.db");
    open(path).exec("CREATE TABLE t (x)");
    const bare = new SqliteDatabase(path);
    onTestFinished(() => void bare.close());
    bare.prepare("SELECT * FROM t").all();
    expect(bare.pragma("synchronous", { simple: true })).toBe(1);
  });

  test.each([
    ["journal_mode", "journal_mode = DELETE", "wal"],
    ["synchronous", "synchronous = NORMAL", 2],
    ["synchronous", "synchronous = OFF", 2],
    ["foreign_keys", "foreign_keys = OFF", 1],
    ["trusted_schema", "trusted_schema = ON", 0],
  ])("B7 %s is refused when it reads back wrong (%s)", (name, wrong, wanted) => {
    const database = open(join(temporaryFolder(), "journal.db"));
    database.pragma(wrong);
    expect(() => expectPragma(database, name, wanted)).toThrow(/must be .* \(store\/unusable\)/);
  });

  test.each([
    ["3.51.2", true],
    ["3.50.7", true],
    ["2.99.99", true],
    ["3.51.3", false],
    ["3.52.1", false],
    ["4.0.0", false],
    ["3.51", true],
  ])("B7 SQLite %s counts as too old: %s", (version, wanted) => expect(isOlder(version)).toBe(wanted));

  test("B7 the SQLite that is built in is new enough", () => {
    const database = open(join(temporaryFolder(), "journal.db"));
    expect(isOlder(String(database.prepare("SELECT sqlite_version()").pluck().get()))).toBe(false);
  });

  test("B7 a database in a place that cannot hold a WAL is refused", () => {
    expect(() => openDatabase(":memory:")).toThrow(/journal_mode is memory/);
  });

  test("a file that is no database is suspect, and stays as it is", () => {
    const path = join(temporaryFolder(), "journal.db");
    writeFileSync(path, "this was never a database ".repeat(400));
    copyFileSync(path, `${path}.before`);
    expect(() => openDatabase(path)).toThrow(StoreError);
    expect(() => openDatabase(path)).toThrow(/store\/suspect/);
  });

  test.each([
    ["SQLITE_FULL", "full"],
    ["SQLITE_BUSY", "locked"],
    ["SQLITE_IOERR_FSYNC", "suspect"],
    ["SQLITE_IOERR_WRITE", "suspect"],
    ["SQLITE_CORRUPT", "suspect"],
    ["SQLITE_CONSTRAINT_UNIQUE", "unusable"],
  ])("D3 %s is sorted as %s, with its cause", (code, wanted) => {
    const cause = new SqliteDatabase.SqliteError("boom", code);
    expect(storeErrorFrom(cause, "Cannot")).toMatchObject({ code: wanted, cause });
  });
});
