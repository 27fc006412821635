import { afterAll, beforeAll } from "vitest";
import type { Mes } from "../open-mes.ts";
import { type PostgresServer, startPostgresServer } from "./postgres-server.ts";
import { openTestMes, type TemporaryFolder, temporaryFolder } from "./test-mes.ts";

/** Both that the product runs on. */
export const DATABASES = ["PGlite", "PostgreSQL"] as const;

/**
 * Registers a MES on a database of its own around the tests of a file or a describe.
 * @returns a way to it, to be used within tests only
 */
export function mesAroundTests(database: (typeof DATABASES)[number]): () => Mes {
  let server: PostgresServer | undefined;
  let folder: TemporaryFolder | undefined;
  let mes: Mes | undefined;
  beforeAll(async () => {
    if (database === "PostgreSQL") server = await startPostgresServer();
    folder = await temporaryFolder();
    mes = await openTestMes({ dataFolder: folder.path, databaseUrl: await server?.createDatabase() });
  });
  afterAll(async () => {
    await mes?.close();
    await server?.drop();
    await folder?.remove();
  });
  return () => {
    if (mes === undefined) throw new Error("The MES is there only within tests");
    return mes;
  };
}
