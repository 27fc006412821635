import pg from "pg";
import { type MesProcess, startMesProcess } from "../../mes/testing/mes-process.ts";
import { type PostgresServer, startPostgresServer } from "../../mes/testing/postgres-server.ts";
import { openTestMes } from "../../mes/testing/test-mes.ts";
import { benchFolder } from "../measure/bench-folder.ts";
import type { Metric } from "../measure/report.ts";
import { dropFromPageCache } from "./cold-files.ts";
import { fillJournal } from "./fill-journal.ts";
import { uploadLotHistory } from "./lot-history.ts";
import { ASKED, type Asked } from "./mes-pages.ts";
import { type PageTimes, pageMetrics } from "./page-metrics.ts";

const COLD_STARTS = 3;
const WARM_ROUNDS = 25;
const WARM_UP_ROUNDS = 4;

/** A recall and the pages of orders over HTTP, on a PostgreSQL of its own with so many events in the journal. */
export async function measureRecall(events: number): Promise<readonly Metric[]> {
  const server = await startPostgresServer();
  const { path: dataFolder, remove } = benchFolder();
  try {
    const databaseUrl = await server.createDatabase();
    await withServerSettings(server, databaseUrl, async () => {
      const mes = await openTestMes({ dataFolder, databaseUrl });
      await uploadLotHistory(mes);
      await mes.close();
      await withClient(databaseUrl, (client) => fillJournal(client, events));
    });
    return await measurePages({ server, databaseUrl, dataFolder });
  } finally {
    await server.drop();
    remove();
  }
}

/** While a table is filled in the transaction that emptied it, `minimal` writes no log; all else is as a plant has it. */
async function withServerSettings(
  server: PostgresServer,
  databaseUrl: string,
  work: () => Promise<void>,
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("ALTER SYSTEM SET wal_level = 'minimal'");
    await client.query("ALTER SYSTEM SET max_wal_senders = 0");
    await client.query("ALTER SYSTEM SET autovacuum = off"); // done once, when all is in
  });
  await restarted(server);
  await work();
  await withClient(databaseUrl, (client) => client.query("ALTER SYSTEM RESET ALL"));
  await restarted(server);
}

async function restarted(server: PostgresServer): Promise<void> {
  await server.kill();
  await server.restart();
}

async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface FilledMes {
  readonly server: PostgresServer;
  readonly databaseUrl: string;
  readonly dataFolder: string;
}

async function measurePages(filled: FilledMes): Promise<readonly Metric[]> {
  const times: PageTimes[] = ASKED.map(({ id }) => ({
    id,
    coldMs: [],
    coldFloorMs: [],
    coldPages: [],
    coldFloorPages: [],
    warmMs: [],
    floorMs: [],
  }));
  let isCold = true;
  for (let start = 0; start < COLD_STARTS; start += 1) {
    for (const [index, asked] of ASKED.entries()) {
      if (!asked.alsoCold) continue;
      isCold = (await freshly(filled)) && isCold;
      times[index]?.coldMs.push(await withMes(filled, (mes) => timed(() => read(mes, asked))));
      times[index]?.coldPages.push(await pagesRead(filled.databaseUrl));
      await freshly(filled);
      const bare = (client: pg.Client): Promise<number> => timed(() => client.query(asked.floorSql));
      times[index]?.coldFloorMs.push(await withClient(filled.databaseUrl, bare));
      times[index]?.coldFloorPages.push(await pagesRead(filled.databaseUrl));
    }
  }
  await withMes(filled, (mes) =>
    withClient(filled.databaseUrl, (client) => readInTurns({ mes, client, times })),
  );
  return pageMetrics(times, isCold);
}

/** PostgreSQL just started, its files not in memory. @returns false where they could not be taken out of it */
async function freshly({ server, databaseUrl }: FilledMes): Promise<boolean> {
  const folder = await withClient(databaseUrl, async (client) => {
    await client.query("CHECKPOINT");
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') || '/base/' || oid AS folder FROM pg_database
       WHERE datname = current_database()`,
    );
    return rows[0]?.folder ?? "";
  });
  await server.kill();
  const isDropped = dropFromPageCache(folder);
  await server.restart();
  return isDropped;
}

/** Of this database since the server's start, told by the connections that have ended. */
async function pagesRead(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pages: string }>(
      "SELECT blks_read AS pages FROM pg_stat_database WHERE datname = current_database()",
    );
    return Number(rows[0]?.pages);
  });
}

async function withMes<Result>(
  { databaseUrl, dataFolder }: FilledMes,
  work: (mes: MesProcess) => Promise<Result>,
): Promise<Result> {
  const mes = await startMesProcess({ DATABASE_URL: databaseUrl, TAKT_DATA: dataFolder });
  try {
    return await work(mes);
  } finally {
    await mes.stop();
  }
}

interface Turns {
  readonly mes: MesProcess;
  readonly client: pg.Client;
  readonly times: readonly PageTimes[];
}

async function readInTurns({ mes, client, times }: Turns): Promise<void> {
  for (let round = 0; round < WARM_UP_ROUNDS + WARM_ROUNDS; round += 1) {
    for (const [index, asked] of ASKED.entries()) {
      const floorMs = await timed(() => client.query(asked.floorSql));
      const warmMs = await timed(() => read(mes, asked));
      if (round < WARM_UP_ROUNDS) continue;
      times[index]?.floorMs.push(floorMs);
      times[index]?.warmMs.push(warmMs);
    }
  }
}

async function read(mes: MesProcess, { path: page, holds }: Asked): Promise<void> {
  const response = await fetch(mes.url + page);
  const text = await response.text();
  if (!response.ok) throw new Error(`${page}: ${response.status} ${text.slice(0, 200)}`);
  if (!holds(JSON.parse(text)))
    throw new Error(`${page} does not hold what was uploaded: ${text.slice(0, 200)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
