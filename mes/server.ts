import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { buildApp } from "./app.ts";
import { ConfigError, type MesConfig, readConfig } from "./config.ts";
import type { MesLog } from "./mes-log.ts";
import { openMes } from "./open-mes.ts";
import { openPlannerToken, openStationToken, renewStationToken } from "./open-secrets.ts";
import { lockData } from "./secrets/data-lock.ts";
import { DEMO_STATION, seedDemoPlant } from "./seed/seed-demo-plant.ts";
import { startFailure } from "./start-failure.ts";
import { type HttpsServers, openHttpsServers } from "./tls/https-servers.ts";
import { ServerIdentityError } from "./tls/server-identity.ts";

const EXIT_FAILED = 1;
const EXIT_BAD_CONFIG = 2;
const HTTPS_PORT = 443;

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

  const secure = await openSecure(config, log);
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
    serverFactory: secure?.serverFactory,
    isOnlySecure: secure !== undefined && config.port === HTTPS_PORT,
  });

  let closing = false;
  const close = async (signal: string) => {
    if (closing) return;
    closing = true;
    log.info({ signal }, "closing");
    secure?.close();
    await app.close();
    await mes.close();
    lock.release();
  };
  process.on("SIGTERM", () => void close("SIGTERM").catch(dieLoudly));
  process.on("SIGINT", () => void close("SIGINT").catch(dieLoudly));

  const scheme = secure === undefined ? "http" : "https";
  // Fastify would say http of every server that it has not made itself.
  const listenTextResolver = (address: string) => `listening at ${address.replace(/^http:/, `${scheme}:`)}`;
  await app.listen({ port: config.port, host: config.host, listenTextResolver });
  const { port } = app.server.address() as AddressInfo;
  const url = `${scheme}://${urlHost(config.host)}:${port}`;
  process.stdout.write(`${JSON.stringify({ ready: "mes", url })}\n`);
}

/** The settings of TLS are looked at before any data is touched. */
async function openSecure({ tls }: MesConfig, log: MesLog): Promise<HttpsServers | undefined> {
  if (tls === undefined) return undefined;
  return await openHttpsServers({ files: tls, log, nowMs: Date.now });
}

function urlHost(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

try {
  await start(loadConfig());
} catch (error) {
  process.stderr.write(`The MES cannot start: ${startFailure(error)}\n`);
  process.exit(error instanceof ServerIdentityError ? EXIT_BAD_CONFIG : EXIT_FAILED);
}
