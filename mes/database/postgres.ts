import pg from "pg";
import type { Database, Queries, SqlValue } from "./database.ts";
import { DatabaseError } from "./database-error.ts";

const INT8 = pg.types.builtins.INT8;
const NUMERIC = pg.types.builtins.NUMERIC;
const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;

export interface PostgresOptions {
  readonly url: string;
  /** Told about connections that die while nobody uses them; the pool opens new ones by itself. */
  readonly onIdleError: (error: Error) => void;
  readonly connections?: number;
}

/**
 * Opens PostgreSQL and refuses one that would acknowledge before it flushes (I-8): `fsync` and `full_page_writes` must
 * be on, and every connection sets `synchronous_commit = on`, read back once.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 8,
    connectionTimeoutMillis: 5_000,
    options: "-c synchronous_commit=on -c timezone=UTC -c statement_timeout=60000",
    application_name: "takt-mes",
    types: { getTypeParser: parserOf },
  });
  pool.on("error", options.onIdleError);
  try {
    await assertDurable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PostgresDatabase(pool);
}

async function assertDurable(pool: pg.Pool): Promise<void> {
  for (const setting of ["synchronous_commit", "fsync", "full_page_writes"]) {
    const value = await readSetting(pool, setting);
    if (value !== "on")
      throw new DatabaseError(
        "not-durable",
        `PostgreSQL has ${setting} = ${value}; the MES acknowledges only what is flushed, so it must be on`,
      );
  }
}

async function readSetting(pool: pg.Pool, setting: string): Promise<string> {
  try {
    const result = await pool.query<{ value: string }>("SELECT current_setting($1) AS value", [setting]);
    return result.rows[0]?.value ?? "";
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new DatabaseError("unreachable", `PostgreSQL does not answer: ${reason}`, { cause: error });
  }
}

/** Sums stay far below 2^53 (every event's quantity is bounded), so numbers are exact. */
function parserOf(oid: number): (value: string) => unknown {
  if (oid === INT8 || oid === NUMERIC) return Number;
  if (oid === TIMESTAMPTZ) return (value) => new Date(value).toISOString();
  return pg.types.getTypeParser(oid, "text") as (value: string) => unknown;
}

class PostgresDatabase implements Database {
  readonly durableCommits = true;
  readonly #pool: pg.Pool;
  #closed = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async query<Row extends object>(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    return (await this.#pool.query<Row>(sql, [...values])).rows;
  }

  async transaction<Value>(work: (tx: Queries) => Promise<Value>): Promise<Value> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    // A connection lost between two statements is told here; the next statement then fails and says so.
    client.on("error", ignoreLostConnection);
    try {
      await client.query("BEGIN");
      const value = await work(queriesOf(client));
      await client.query("COMMIT");
      return value;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.off("error", ignoreLostConnection);
      client.release(broken);
    }
  }

  async script(sql: string): Promise<void> {
    await this.#pool.query(sql);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }
}

function ignoreLostConnection(): void {}

function queriesOf(client: pg.PoolClient): Queries {
  return {
    query: async <Row extends object>(sql: string, values: readonly SqlValue[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
    script: async (sql) => {
      await client.query(sql);
    },
  };
}

/** @returns the error of a connection that cannot even roll back; the pool then throws it away. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
