import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import type { Migration } from "./migrations/migration.ts";
import { type Database, openDatabase } from "./sqlite.ts";

function open(folder = temporaryFolder()): Database {
  const database = openDatabase(join(folder, "journal.db"));
  onTestFinished(() => void database.close());
  return database;
}

/** Rows that a released version of each schema could hold. */
const oldData: Record<number, string> = {
  10: `
    INSERT INTO epoch (epoch, opened_utc, cause, ack_seq, ack_hash)
      VALUES ('e-1', '2026-01-01T00:00:00.000Z', 'first-start', 1, '${"a".repeat(64)}');
    INSERT INTO journal VALUES ('e-1', 1, 'v-1', 'i-1', 'epoch.opened', 1, '2026-01-01T00:00:00.000Z', '1', 'b', NULL,
      'trusted', NULL, 'station', 'CNC-2', NULL, '{}', '${"0".repeat(64)}', '${"a".repeat(64)}');`,
  20: `
    INSERT INTO projection VALUES ('machine', 'machine', '{"state":"running"}');
    INSERT INTO setting VALUES ('projection-version', '1');`,
  30: `
    INSERT INTO mirror VALUES ('tool', 'T4', '{}', 1);
    INSERT INTO verdict VALUES ('e-1', 1, 'rejected', 'unknown-order');`,
  40: "",
  50: `
    INSERT INTO pin_guard VALUES ('P-1001', 5, '2026-01-01T00:00:00.000Z', '1', 'b', 'trusted');`,
  60: "",
};

const upTo = (id: number): readonly Migration[] => allMigrations.filter((migration) => migration.id <= id);

function contentOf(database: Database): Record<string, readonly unknown[]> {
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  return Object.fromEntries(tables.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]));
}

const schemaOf = (database: Database): unknown =>
  database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name").all();

describe("migrations", () => {
  test("they are numbered upwards in tens, each with a purpose and with old data in this test", () => {
    expect(allMigrations.map(({ id }) => id)).toEqual(allMigrations.map((_, index) => 10 * (index + 1)));
    expect(Object.keys(oldData).map(Number)).toEqual(allMigrations.map(({ id }) => id));
  });

  test.each(allMigrations.slice(1).map((migration) => [migration.id, migration] as const))(
    "P10 migration %i keeps every row that was there before it",
    (id, migration) => {
      const database = open();
      for (const before of upTo(id - 10)) {
        migrate(database, upTo(before.id));
        database.exec(oldData[before.id] ?? "");
      }
      const kept = contentOf(database);
      expect(migrate(database, upTo(id))).toEqual([migration.id]);
      expect(contentOf(database)).toMatchObject(kept);
      expect(schemaVersion(database)).toBe(id);
    },
  );

  test("P10 a fresh file and one migrated step by step have the same schema", () => {
    const fresh = open();
    migrate(fresh, allMigrations);
    const stepped = open();
    for (const { id } of allMigrations) migrate(stepped, upTo(id));
    expect(schemaOf(stepped)).toEqual(schemaOf(fresh));
  });

  test("a second run does nothing", () => {
    const database = open();
    migrate(database, allMigrations);
    expect(migrate(database, allMigrations)).toEqual([]);
  });

  test("P10 a file of a newer version is refused with both numbers, and not touched", () => {
    const database = open();
    migrate(database, allMigrations);
    database.pragma("user_version = 990");
    const before = schemaOf(database);
    expect(() => migrate(database, allMigrations)).toThrow(/schema 990, this one knows 60.*store\/unusable/);
    expect(schemaOf(database)).toEqual(before);
  });

  const statements = ["CREATE TABLE a (x)", "INSERT INTO a VALUES (1)", "CREATE TABLE b (x)"];
  test.each([0, 1, 2, 3])(
    "P4 a step that dies after %i statements leaves the file as it was, and runs whole later",
    (survived) => {
      const database = open();
      migrate(database, allMigrations);
      const before = { schema: schemaOf(database), version: schemaVersion(database) };
      const torn = [...statements.slice(0, survived), "THIS IS WHERE IT DIES", ...statements.slice(survived)];
      expect(() =>
        migrate(database, [...allMigrations, { id: 990, purpose: "torn", sql: torn.join(";") }]),
      ).toThrow();
      expect({ schema: schemaOf(database), version: schemaVersion(database) }).toEqual(before);
      const whole = { id: 990, purpose: "whole", sql: statements.join(";") };
      expect(migrate(database, [...allMigrations, whole])).toEqual([990]);
    },
  );

  test("P4 steps before the one that died stay", () => {
    const database = open();
    const torn = { id: 990, purpose: "torn", sql: "THIS IS WHERE IT DIES" };
    expect(() => migrate(database, [...allMigrations, torn])).toThrow();
    expect(schemaVersion(database)).toBe(60);
  });
});
