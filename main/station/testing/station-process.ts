import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { z } from "zod";
import type { StationConfig } from "../config/station-config.ts";
import { seedMasterData } from "./demo-master-data.ts";
import { STATION_PROGRAM } from "./station-programs.ts";

const readySchema = z.object({ type: z.literal("ready"), url: z.string(), screenToken: z.string() });

export interface StationAddress {
  readonly url: string;
  readonly screenToken: string;
}

export interface StationEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote to standard error. */
  readonly stderr: string;
}

/** The real station as the shell starts it, on a data folder of its own. */
export interface StationProcess {
  readonly pid: number;
  /** Where the screen finds it; rejects when it ends before. */
  readonly ready: Promise<StationAddress>;
  readonly ended: Promise<StationEnd>;
  kill(signal?: NodeJS.Signals): void;
}

export interface StationStart {
  /** TAKT_DATA: the folder above the station's own. */
  readonly dataFolder: string;
  /** What node runs; by default the station, else a bundle of it. */
  readonly program?: string;
  /** Put in front of node, e.g. strace with its options. */
  readonly wrapper?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export const stationFolderOf = (dataFolder: string): string => join(dataFolder, "station");

/** Data folder with the sample plant and, if given, a configuration. */
export function prepareData(dataFolder: string, config?: Partial<StationConfig>): void {
  mkdirSync(stationFolderOf(dataFolder), { recursive: true });
  if (config !== undefined) {
    writeFileSync(join(stationFolderOf(dataFolder), "station.json"), JSON.stringify(config));
  }
  seedMasterData(stationFolderOf(dataFolder));
}

/** Starts the process without waiting for it. It is killed when the test ends, if it still runs. */
export function startStation(start: StationStart): StationProcess {
  const line = [...(start.wrapper ?? []), process.execPath, start.program ?? STATION_PROGRAM];
  const [command, ...rest] = line;
  if (command === undefined) throw new Error("An empty command line");
  const child = spawn(command, rest, {
    env: { ...process.env, ...start.environment, TAKT_DATA: start.dataFolder },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: true,
  });
  const ended = endOf(child);
  const station: StationProcess = {
    pid: child.pid ?? 0,
    ready: readyOf(child, ended),
    ended,
    kill: (signal = "SIGKILL") => killGroup(child, signal),
  };
  station.ready.catch(() => undefined);
  return station;
}

/** Starts the process for the test that runs now and waits until it can be spoken to. */
export async function runStation(start: StationStart): Promise<StationProcess & StationAddress> {
  const station = startStation(start);
  onTestFinished(async () => {
    station.kill();
    await station.ended;
  });
  return { ...station, ...(await station.ready) };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    // The whole group: under strace the station is a grandchild.
    process.kill(-child.pid, signal);
  } catch {
    // It has ended between the question and the kill.
  }
}

function endOf(child: ChildProcess): Promise<StationEnd> {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = `${stderr}${text}`.slice(-20_000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, stderr }));
  });
}

function readyOf(child: ChildProcess, ended: Promise<StationEnd>): Promise<StationAddress> {
  return new Promise((resolve, reject) => {
    child.on("message", (message) => {
      const parsed = readySchema.safeParse(message);
      if (parsed.success) resolve(parsed.data);
    });
    ended.then(
      (end) => reject(new Error(`The station ended before it was ready: ${JSON.stringify(end)}`)),
      reject,
    );
  });
}
