import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sendCommand } from "../main/simulator/cli/send-command.ts";
import { lastingPort } from "../main/simulator/lasting-port.ts";
import { parsePlantCommand } from "../main/simulator/plant-command.ts";
import { plantFolder } from "../main/simulator/plant-folder.ts";
import { layEmptyDatabase } from "../mes/testing/empty-database.ts";
import { startReaper } from "../scripts/processes/reaper.ts";
import { benchFolder, equipBench } from "../scripts/start/equip-bench.ts";
import { equipStation } from "../scripts/start/equip-station.ts";
import { type Part, startPart } from "../scripts/start/part.ts";
import { prepareData } from "../scripts/start/prepare-data.ts";
import { type MesDoor, mesDoor } from "./testing/mes-door.ts";
import { type OpenWindow, openWindow, type WindowOptions } from "./testing/open-window.ts";

const ROOT = path.dirname(import.meta.dirname);
const GRACE_MS = 8_000;
const READY_LIMIT_MS = 60_000;

/** A plant in a box for one test: machines, MES and window are real processes on a data folder and ports of their own. */
export interface Plant extends MesDoor {
  readonly dataFolder: string;
  readonly mesUrl: string;
  /** Commands the simulator in the words of its command line, e.g. `scan WO4711`. @throws Error when it cannot be done */
  perform(command: string): Promise<void>;
  startMes(): Promise<void>;
  stopMes(): Promise<void>;
  /** @param executablePath a packaged program; without it the checkout */
  openWindow(executablePath?: string): Promise<OpenWindow>;
  /** Enrols the assembly bench, the second station, and opens its window. */
  openBench(): Promise<OpenWindow>;
  /** Runs `takt` as `npm run takt -- …` does. */
  takt(...words: string[]): Promise<TaktAnswer>;
  /** The same at the bench. */
  taktAtBench(...words: string[]): Promise<TaktAnswer>;
  close(): Promise<void>;
}

export interface TaktAnswer {
  readonly exitCode: number;
  readonly output: string;
}

export interface PlantOptions {
  /** Time the machine takes for a piece. */
  readonly cycleMs: number;
  /** Machines of the plant, e.g. "lathe,press"; the lathe alone when left out: most tests need no more. */
  readonly machines?: string;
}

export async function startPlant({ cycleMs, machines = "lathe" }: PlantOptions): Promise<Plant> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "takt plant "));
  const reaper = startReaper(); // a killed test run leaves no plant behind
  const parts: Part[] = [];
  const windows: OpenWindow[] = [];
  const environment = {
    ...process.env,
    TAKT_DATA: dataFolder,
    TAKT_OPCUA_PORT: "0",
    TAKT_CYCLE_MS: String(cycleMs),
    TAKT_PLANT_MACHINES: machines,
  };
  const mesPort = String(await lastingPort()); // it goes away and comes back in some tests
  let mes: Part | undefined;

  await prepareData(dataFolder);
  await layEmptyDatabase(dataFolder);

  async function start(name: string, file: string, extra: NodeJS.ProcessEnv = {}) {
    const env = { ...environment, ...extra };
    const part = startPart({
      name,
      command: process.execPath,
      args: [file],
      env,
      cwd: ROOT,
      logFolder: path.join(dataFolder, "logs"),
    });
    parts.push(part);
    if (part.pid !== undefined) reaper.watch(part.pid);
    await waitUntilReady(part);
    return part;
  }

  async function open(app: WindowOptions["app"], folder: string): Promise<OpenWindow> {
    const window = await openWindow({ app, dataFolder: folder });
    windows.push(window);
    return window;
  }

  async function startMes(): Promise<void> {
    mes = await start("mes", "mes/server.ts", { TAKT_MES_PORT: mesPort, TAKT_SEED: "demo" });
  }

  await Promise.all([startMes(), start("simulator", "main/simulator/index.ts")]);
  await letPeopleBe(dataFolder);
  await equipStation({ dataFolder, mesPort: Number(mesPort) });
  const mesUrl = `http://127.0.0.1:${mesPort}`;

  return {
    dataFolder,
    mesUrl,
    startMes,
    stopMes: async () => mes?.stop(GRACE_MS),
    ...mesDoor(mesUrl, dataFolder),
    async perform(words) {
      const command = parsePlantCommand(words.split(" "));
      if (!command.ok) throw new Error(command.refusal);
      const done = await sendCommand(command.value, plantFolder(environment).controlFile);
      if (!done.ok) throw new Error(done.refusal);
    },
    openWindow: (executablePath) =>
      open(executablePath === undefined ? { folder: ROOT } : { executablePath }, dataFolder),
    async openBench() {
      await equipBench({ dataFolder, mesPort: Number(mesPort) });
      return open({ folder: ROOT }, benchFolder(dataFolder));
    },
    takt: (...words) => runTakt(words, environment),
    taktAtBench: (...words) => runTakt(words, { ...environment, TAKT_DATA: benchFolder(dataFolder) }),
    async close() {
      await Promise.all(windows.map((window) => window.close()));
      await Promise.all(parts.map((part) => part.stop(GRACE_MS)));
      reaper.farewell();
      await rm(dataFolder, { recursive: true, maxRetries: 5 });
    },
  };
}

async function waitUntilReady(part: Part): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const limit = setTimeout(() => reject(new Error("not ready in time")), READY_LIMIT_MS);
  const died = part.ended.then(({ how }) => Promise.reject(new Error(`ended by itself (${how})`)));
  try {
    await Promise.race([part.ready, died, late]);
  } catch (cause) {
    throw new Error(`${part.spec.name} did not start:\n${part.lastLines().join("\n")}`, { cause });
  } finally {
    clearTimeout(limit);
    died.catch(() => undefined); // it ends when the plant is closed
  }
}

function runTakt(words: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<TaktAnswer>((resolve) => {
    const args = [path.join(ROOT, "main", "station", "cli", "takt.ts"), ...words];
    // A slow computer lets the machine make more before it is stopped, and the journal of that is above a megabyte.
    const options = { env, cwd: ROOT, maxBuffer: Number.POSITIVE_INFINITY };
    execFile(process.execPath, args, options, (failure, stdout, stderr) => {
      const exitCode = failure === null ? 0 : typeof failure.code === "number" ? failure.code : -1;
      resolve({ exitCode, output: stdout + stderr });
    });
  });
}

/** A loaded computer takes longer for a walk through screens than rights last; their ends have tests of their own. */
async function letPeopleBe(dataFolder: string): Promise<void> {
  const folder = path.join(dataFolder, "station");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const config = { session: { idleSeconds: 1_800, leadSeconds: 1_800 } };
  await writeFile(path.join(folder, "station.json"), JSON.stringify(config), { mode: 0o600 });
}
