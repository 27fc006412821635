import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startStation } from "../../main/station/testing/station-process.ts";
import { buildStaleParts } from "../../scripts/build/build-stale-parts.ts";
import { processMemory } from "../measure/process-memory.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
/** What is left of the start is done by then: devices, sync. */
const SETTLE_MS = 2_000;

export interface StartRun {
  /** Spawn to the word that screens may connect. */
  readonly readyMs: number;
  readonly rssMb: number;
}

export interface StartPair {
  readonly loaded: StartRun;
  readonly floor: StartRun;
  /** The start that follows a power cut: all pages are looked at first. */
  readonly afterCut: StartRun;
}

/** Builds what a package would hold, the window's parts as well. @returns the station's program */
export async function builtStation(): Promise<string> {
  await buildStaleParts(ROOT);
  return path.join(ROOT, "dist", "station", "index.mjs");
}

/** Starts the station as it is shipped and ends it, in order or as a power cut would. */
export async function startRun(
  dataFolder: string,
  { program, end }: { readonly program: string; readonly end: "SIGTERM" | "SIGKILL" },
): Promise<StartRun> {
  const start = performance.now();
  const station = startStation({ dataFolder, program });
  await station.ready;
  const readyMs = performance.now() - start;
  await delay(SETTLE_MS);
  const { rssMb } = processMemory(station.pid);
  station.kill(end);
  await station.ended;
  return { readyMs, rssMb };
}
