import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import type { Mes } from "../open-mes.ts";
import { startPostgresServer } from "./postgres-server.ts";
import { openTestApp } from "./test-app.ts";
import { openTestMes, temporaryFolder } from "./test-mes.ts";

/** A MES on a PostgreSQL of its own, with its HTTP face: one for each test file. */
interface TestPlant {
  readonly mes: Mes;
  readonly app: FastifyInstance;
  stop(): Promise<void>;
}

async function startTestPlant(): Promise<TestPlant> {
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

/** A plant for all tests of one file. @returns what it has, to be read within tests only */
export function testPlantOfFile(): Omit<TestPlant, "stop"> {
  let plant: TestPlant | undefined;
  beforeAll(async () => {
    plant = await startTestPlant();
  });
  afterAll(() => plant?.stop());
  const opened = (): TestPlant => {
    if (plant === undefined) throw new Error("The plant is there only within tests");
    return plant;
  };
  return {
    get mes() {
      return opened().mes;
    },
    get app() {
      return opened().app;
    },
  };
}
