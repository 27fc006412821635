import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { ConfigError, type MesConfig, readConfig } from "./config.ts";
import { DatabaseError } from "./database/database-error.ts";
import { IngressError } from "./durability/ingress-error.ts";
import { IdentityError } from "./establish-identity.ts";
import { openMes } from "./open-mes.ts";
import { openPlannerToken, openStationToken, renewStationToken } from "./open-secrets.ts";
import { DataLockedError, lockData } from "./secrets/data-lock.ts";
import { DEMO_STATION, seedDemoPlant } from "./seed/seed-demo-plant.ts";

const EXIT_FAILED = 1;
const EXIT_BAD_CONFIG = 2;

/* Standard output carries one line, {"ready":"mes",...}, for whoever started the process; logs go to standard error. */

function loadConfig(): MesConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`The MES cannot start; settings to correct:\n${error.message}\n`);
    process.exit(EXIT_BAD_CONFIG);
  }
}

async function start(config: MesConfig): Promise<void> {
  const log = pino({ level: config.logLevel, redact: ["req.headers.authorization"] }, pino.destination(2));
  const dieLoudly = (error: unknown) => {
    log.fatal({ err: error }, "the MES ends, to be started again");
    process.exit(EXIT_FAILED);
  };
  process.on("uncaughtException", dieLoudly);
  process.on("unhandledRejection", dieLoudly);

  const lock = await lockData(config.dataFolder);
  const mes = await openMes({
    databaseUrl: config.databaseUrl,
    dataFolder: config.dataFolder,
    nowUtc: () => new Date().toISOString(),
    log,
    onSuspect: dieLoudly,
  });
  const plannerTokenHash = await openPlannerToken(config.dataFolder);
  if (config.seed !== undefined) {
    const stationTokenHash = await openStationToken(config.dataFolder);
    if (await seedDemoPlant(mes, { permission: config.seed, stationTokenHash }))
      log.info("trial plant seeded");
    await renewStationToken(mes, config.dataFolder, DEMO_STATION);
  }
  const app = await buildApp({
    mes,
    plannerTokenHash,
    overviewFolder: config.overviewFolder,
    loggerInstance: log,
  });

  let closing = false;
  const close = async (signal: string) => {
    if (closing) return;
    closing = true;
    log.info({ signal }, "closing");
    await app.close();
    await mes.close();
    lock.release();
  };
  process.on("SIGTERM", () => void close("SIGTERM").catch(dieLoudly));
  process.on("SIGINT", () => void close("SIGINT").catch(dieLoudly));

  await app.listen({ port: config.port, host: config.host });
  const { port } = app.server.address() as AddressInfo;
  process.stdout.write(
    `${JSON.stringify({ ready: "mes", url: `http://${urlHost(config.host)}:${port}` })}\n`,
  );
}

function urlHost(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** Faults that a person at the machine can mend are told in one sentence; anything else keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
    return `${error.message}; set TAKT_MES_PORT to a free port`;
  const isPlain = [DatabaseError, IngressError, IdentityError, DataLockedError].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error) return isPlain ? error.message : (error.stack ?? error.message);
  return String(error);
}

try {
  await start(loadConfig());
} catch (error) {
  process.stderr.write(`The MES cannot start: ${explain(error)}\n`);
  process.exit(EXIT_FAILED);
}
