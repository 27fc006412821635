import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostgresServer, startPostgresServer } from "../testing/postgres-server.ts";
import type { Database } from "./database.ts";
import { openPglite } from "./pglite.ts";
import { openPostgres } from "./postgres.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server.drop());

const implementations = [
  ["PGlite", () => openPglite()],
  [
    "PostgreSQL",
    async () => openPostgres({ url: await server.createDatabase(), onIdleError: () => undefined }),
  ],
] as const;

/** What the rest of the MES relies on, whichever database is behind the port. */
describe.each(implementations)("database port on %s", (_, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.script(
      "CREATE TABLE thing (id text PRIMARY KEY, amount bigint NOT NULL); CREATE TABLE other ()",
    );
  });
  afterAll(() => database.close());

  const amounts = () =>
    database.query<{ id: string; amount: number }>("SELECT id, amount FROM thing ORDER BY id");

  test("a rejected transaction leaves nothing, and its error comes through", async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query("INSERT INTO thing VALUES ('gone', 1)");
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await amounts()).toEqual([]);
  });

  test("a failed statement ends its transaction and no other", async () => {
    await expect(database.transaction((tx) => tx.query("SELECT 1/0"))).rejects.toThrow("division by zero");
    expect(await database.transaction((tx) => tx.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  });

  test("a resolved transaction returns its value and stays", async () => {
    const value = await database.transaction(async (tx) => {
      await tx.query("INSERT INTO thing VALUES ($1, $2)", ["kept", 7]);
      return "done";
    });
    expect(value).toBe("done");
    expect(await amounts()).toEqual([{ id: "kept", amount: 7 }]);
    await database.query("DELETE FROM thing");
  });

  test("I-4 a UNIQUE that is violated is an error, not a second row", async () => {
    await database.query("INSERT INTO thing VALUES ('once', 1)");
    await expect(database.query("INSERT INTO thing VALUES ('once', 2)")).rejects.toThrow(/duplicate key/);
    expect(await amounts()).toEqual([{ id: "once", amount: 1 }]);
    await database.query("DELETE FROM thing");
  });

  test("R16 two transactions that add to one locked row lose nothing", async () => {
    await database.query("INSERT INTO thing VALUES ('sum', 0)");
    const addOne = () =>
      database.transaction(async (tx) => {
        const rows = await tx.query<{ amount: number }>(
          "SELECT amount FROM thing WHERE id = 'sum' FOR UPDATE",
        );
        await tx.query("UPDATE thing SET amount = $1 WHERE id = 'sum'", [(rows[0]?.amount ?? 0) + 1]);
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await amounts()).toEqual([{ id: "sum", amount: 20 }]);
    await database.query("DELETE FROM thing");
  });

  test("bigint, sums and times come back in one shape", async () => {
    const rows = await database.query(`SELECT 9007199254740991::bigint AS big, sum(v) AS sum, NULL AS nothing,
      '2026-11-22T09:00:00.123+01:00'::timestamptz AS at FROM (VALUES (2::bigint), (3)) AS values (v)`);
    expect(rows).toEqual([
      { big: 9_007_199_254_740_991, sum: 5, nothing: null, at: "2026-11-22T08:00:00.123Z" },
    ]);
  });

  const texts = [
    "Łódź 🏭",
    "'; DROP TABLE thing; --",
    "\\u0000 as six characters",
    "tab\tnew\nline",
    'a"b\\c',
    "\u202egnirts",
  ];
  test.each(texts)("F5 text goes in and out unchanged, alone and in a list: %j", async (text) => {
    const list = JSON.stringify([{ text }]);
    const rows = await database.query(
      `SELECT $1::text AS alone, element->>'text' AS listed FROM json_array_elements($2::text::json) AS element`,
      [text, list],
    );
    expect(rows).toEqual([{ alone: text, listed: text }]);
  });
});

describe("PostgreSQL that would acknowledge too early", () => {
  test("I-8 a server whose every session has synchronous_commit off is brought to on", async () => {
    const url = await server.createDatabase();
    const admin = await openPostgres({ url, onIdleError: () => undefined });
    await admin.query("ALTER ROLE postgres SET synchronous_commit = off");
    const database = await openPostgres({ url, onIdleError: () => undefined });
    expect(await database.query("SHOW synchronous_commit")).toEqual([{ synchronous_commit: "on" }]);
    await database.query("ALTER ROLE postgres RESET synchronous_commit");
    await Promise.all([admin.close(), database.close()]);
  });

  test("I-8 a server that does not flush is refused", async () => {
    const url = await server.createDatabase();
    const admin = await openPostgres({ url, onIdleError: () => undefined });
    await admin.query("ALTER SYSTEM SET full_page_writes = off");
    await admin.query("SELECT pg_reload_conf()");
    await expect.poll(() => admin.query("SHOW full_page_writes")).toEqual([{ full_page_writes: "off" }]);
    const refused = openPostgres({ url, onIdleError: () => undefined });
    await expect(refused).rejects.toMatchObject({ code: "not-durable" });
    await admin.query("ALTER SYSTEM RESET full_page_writes");
    await admin.query("SELECT pg_reload_conf()");
    await admin.close();
  });

  test("a server that is not there is named as such", async () => {
    const nowhere = openPostgres({
      url: "postgres://postgres@127.0.0.1:1/none",
      onIdleError: () => undefined,
    });
    await expect(nowhere).rejects.toMatchObject({ code: "unreachable" });
  });
});
