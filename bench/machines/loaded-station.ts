import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { trustServerCertificate } from "../../main/station/devices/opcua/server-trust.ts";
import { good, goToWork } from "../../main/station/testing/at-work.ts";
import { seedMasterData } from "../../main/station/testing/demo-master-data.ts";
import { writeLongJournal } from "../../main/station/testing/long-journal.ts";
import { connectScreen } from "../../main/station/testing/screen-client.ts";
import type { LoopDelay } from "../measure/loop-delay.ts";
import { type BenchMes, STATION_ID } from "./bench-mes.ts";
import { builtCollector } from "./collector-run.ts";
import { type FloodingMachine, nodeOfVariable } from "./flooding-machine.ts";

/** Events that wait for the MES at the start. */
export const BACKLOG = 100_000;
const PRELOAD = path.join(import.meta.dirname, "..", "measure", "loop-delay.ts");
const SAMPLING_MS = 10;
const QUEUE_SIZE = 400;

export interface LoadedStation {
  /** Where its stores lie. */
  readonly folder: string;
  collectorPid(): number;
  resetLoopDelay(): void;
  loopDelay(): LoopDelay;
  /** One good piece as from the panel. @returns milliseconds until it was answered */
  book(): Promise<number>;
  stop(): Promise<void>;
  remove(): void;
}

/** The station as it is shipped, listening to this machine, with a journal that the MES has not seen. */
export async function startLoadedStation(machine: FloodingMachine, mes: BenchMes): Promise<LoadedStation> {
  const program = path.join(path.dirname(await builtCollector()), "index.mjs");
  // Beside the repository's own data, not in a temporary folder that may be memory.
  const dataFolder = mkdtempSync(path.join(process.cwd(), ".bench-"));
  const folder = path.join(dataFolder, "station");
  await prepare(folder, { machine, mes });
  const delayFile = path.join(dataFolder, "loop-delay.json");
  const child = fork(program, [], {
    execArgv: ["--import", PRELOAD],
    env: { ...process.env, TAKT_DATA: dataFolder, LOOP_DELAY_FILE: delayFile },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = new AbortController();
  child.once("exit", () => ended.abort(new Error("The station ended before it was ready")));
  const [ready] = (await once(child, "message", ended)) as [{ url: string; screenToken: string }];
  const screen = connectScreen(ready);
  await goToWork(screen);
  return {
    folder,
    collectorPid: () => childOf(child.pid ?? 0, "collector"),
    resetLoopDelay: () => void child.kill("SIGUSR2"),
    loopDelay: () => JSON.parse(readFileSync(delayFile, "utf8")) as LoopDelay,
    async book() {
      const startMs = performance.now();
      const answer = await screen.rpc.orders.reportGood.mutate(good(1, randomUUID()));
      if (!answer.ok) throw new Error(`The booking was refused: ${answer.refusal.code}`);
      return performance.now() - startMs;
    },
    async stop() {
      void screen.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
    remove: () => rmSync(dataFolder, { recursive: true }),
  };
}

async function prepare(
  folder: string,
  { machine, mes }: { readonly machine: FloodingMachine; readonly mes: BenchMes },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tokenFile = path.join(folder, "mes.token");
  writeFileSync(tokenFile, mes.token);
  const config = { stationId: STATION_ID, mes: { url: mes.url, tokenFile } };
  writeFileSync(path.join(folder, "station.json"), JSON.stringify(config));
  writeFileSync(path.join(folder, "mapping.json"), JSON.stringify(mappingOf(machine)));
  await trustServerCertificate(path.join(folder, "pki"), machine.certificateFile);
  seedMasterData(folder);
  writeLongJournal(folder, BACKLOG);
}

function mappingOf({ endpointUrl, namespaceUri, variables }: FloodingMachine): object {
  return {
    format: "takt-mapping",
    version: 1,
    machines: [
      {
        machineId: "flood",
        name: "Flood",
        workUnit: "CNC-2",
        endpointUrl,
        signals: Array.from({ length: variables }, (_, index) => ({
          signalId: `v${index}`,
          node: nodeOfVariable(namespaceUri, index),
          meaning: "measure",
          samplingMs: SAMPLING_MS,
          queueSize: QUEUE_SIZE,
        })),
      },
    ],
  };
}

function childOf(parentPid: number, words: string): number {
  const children = readFileSync(`/proc/${parentPid}/task/${parentPid}/children`, "utf8").trim().split(" ");
  const found = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(words));
  if (found === undefined) throw new Error(`Process ${parentPid} has no child ${words}`);
  return Number(found);
}
