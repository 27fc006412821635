import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import type { Database, Queries, SqlValue } from "./database.ts";

const parsers = {
  [types.INT8]: Number,
  [types.NUMERIC]: Number,
  [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
};

/**
 * Opens the embedded database of a trial plant.
 * PGlite never flushes to disk, so a commit here is no promise: the ingress file makes it one.
 *
 * @param dataDir folder of the database, made if absent; undefined keeps it in memory (tests)
 */
export async function openPglite(dataDir?: string): Promise<Database> {
  if (dataDir !== undefined) await mkdir(dirname(dataDir), { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({ ...(dataDir === undefined ? {} : { dataDir }), parsers });
  await pglite.exec("SET timezone = 'UTC'");
  return new PgliteDatabase(pglite);
}

class PgliteDatabase implements Database {
  readonly durableCommits = false;
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return (await this.#pglite.query<Row>(sql, [...values])).rows;
  }

  async transaction<Value>(work: (tx: Queries) => Promise<Value>): Promise<Value> {
    return this.#pglite.transaction((tx) =>
      work({
        query: async <Row extends object>(sql: string, values: readonly SqlValue[] = []) =>
          (await tx.query<Row>(sql, [...values])).rows,
        script: async (sql) => {
          await tx.exec(sql);
        },
      }),
    );
  }

  async script(sql: string): Promise<void> {
    await this.#pglite.exec(sql);
  }

  async close(): Promise<void> {
    if (!this.#pglite.closed) await this.#pglite.close();
  }
}
