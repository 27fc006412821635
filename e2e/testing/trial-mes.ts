import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { lastingPort } from "../../main/simulator/lasting-port.ts";
import { layEmptyDatabase } from "../../mes/testing/empty-database.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));

/** A real MES with the trial plant, on its embedded database and a port of its own. */
export interface TrialMes {
  readonly url: string;
  /** Of station WS-14. */
  readonly stationToken: string;
  readonly plannerToken: string;
  /** Enrols a station beside it and tells its token. */
  enrol(station: { stationId: string; workUnit: string; machineName: string }): Promise<string>;
  /** Ends the process as a planned stop would. */
  stop(): Promise<void>;
  /** Starts it again: same data, same address. */
  start(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

const enrolment = z.object({ token: z.string() });

export async function startTrialMes(): Promise<TrialMes> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "takt-e2e-mes-"));
  await layEmptyDatabase(dataFolder);
  const port = String(await lastingPort()); // each start takes the same again
  let running: { readonly child: ChildProcess; readonly url: string } | undefined;
  const start = async (): Promise<string> => {
    running = await spawnMes(dataFolder, port);
    return running.url;
  };
  const stop = async (): Promise<void> => {
    if (running === undefined) return;
    const ended = once(running.child, "exit");
    running.child.kill("SIGTERM");
    await ended;
    running = undefined;
  };
  const secret = async (name: string): Promise<string> =>
    (await readFile(path.join(dataFolder, "secrets", name), "utf8")).trim();
  const url = await start();
  return {
    url,
    stationToken: await secret("station-token"),
    plannerToken: await secret("planner-token"),
    enrol: async (station) => {
      const headers = {
        authorization: `Bearer ${await secret("planner-token")}`,
        "content-type": "application/json",
      };
      const request = { method: "POST", headers, body: JSON.stringify(station) };
      const response = await fetch(`${url}/api/v1/stations`, request);
      if (!response.ok) throw new Error(`Enrolment answered ${response.status}: ${await response.text()}`);
      return enrolment.parse(await response.json()).token;
    },
    stop,
    start: async () => void (await start()),
    remove: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, maxRetries: 5 });
    },
  };
}

async function spawnMes(dataFolder: string, port: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, "mes", "server.ts")], {
    cwd: ROOT,
    env: {
      ...process.env,
      TAKT_DATA: dataFolder,
      TAKT_SEED: "demo",
      TAKT_MES_PORT: port,
      TAKT_LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const said: unknown = JSON.parse(line);
    if (typeof said === "object" && said !== null && "url" in said) return { child, url: String(said.url) };
  }
  throw new Error("The MES ended before it was ready; what it wrote is above");
}
