import type { FastifyInstance } from "fastify";
import type { Mes } from "../open-mes.ts";
import { startPostgresServer } from "./postgres-server.ts";
import { openTestApp } from "./test-app.ts";
import { openTestMes, temporaryFolder } from "./test-mes.ts";

/** A MES on a PostgreSQL of its own, with its HTTP face: one for each test file. */
export interface TestPlant {
  readonly mes: Mes;
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

export async function startTestPlant(): Promise<TestPlant> {
  const server = await startPostgresServer();
  const folder = await temporaryFolder();
  const mes = await openTestMes({ dataFolder: folder.path, databaseUrl: await server.createDatabase() });
  const app = await openTestApp(mes);
  return {
    mes,
    app,
    stop: async () => {
      await app.close();
      await mes.close();
      await server.drop();
      await folder.remove();
    },
  };
}
