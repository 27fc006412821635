import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { startPlant } from "../../e2e/plant.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval } from "../measure/statistics.ts";
import { withDisplay } from "../measure/with-display.ts";

const PAIRS = 9;
const TARGET = 1.5;
const READY_LIMIT_MS = 60_000;
const ROOT = path.dirname(path.dirname(import.meta.dirname));

/**
 * From spawn to ready, in turns: a hello-world window that has painted its word, and the product with a master data set,
 * whose screen has painted its first model from the station, so a scan is accepted. Same Electron, warm page cache.
 */
export function measureColdStart(): Promise<readonly Metric[]> {
  return withDisplay(async () => {
    const plant = await startPlant({ cycleMs: 4000 });
    try {
      await timeToReady(ROOT, plant.dataFolder); // makes keys, fills the master data
      const pairs: { hello: number; product: number }[] = [];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const hello = await timeToReady(path.join(ROOT, "bench", "hello-world"), plant.dataFolder);
        pairs.push({ hello, product: await timeToReady(ROOT, plant.dataFolder) });
      }
      return [metricOf(pairs)];
    } finally {
      await plant.close();
    }
  });
}

function metricOf(pairs: readonly { hello: number; product: number }[]): Metric {
  const ratios = pairs.map(({ hello, product }) => product / hello);
  const interval = medianInterval(ratios);
  return {
    id: "start.scan-ready",
    value: median(pairs.map(({ product }) => product)),
    unit: "ms",
    floor: median(pairs.map(({ hello }) => hello)),
    ratio: median(ratios),
    target: `<= ${TARGET}x`,
    pass: interval.high <= TARGET,
    note: `95 % ${interval.low.toFixed(2)}..${interval.high.toFixed(2)}, ${PAIRS} pairs; floor: hello-world window painted`,
  };
}

async function timeToReady(appFolder: string, dataFolder: string): Promise<number> {
  const electron = createRequire(import.meta.url)("electron") as string;
  const isRoot = process.getuid?.() === 0; // Chromium's sandbox refuses to run as root
  const start = process.hrtime.bigint();
  const child = spawn(electron, [...(isRoot ? ["--no-sandbox"] : []), appFolder], {
    cwd: appFolder,
    env: { ...process.env, TAKT_DATA: dataFolder, TAKT_NODE: process.execPath },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const limit = setTimeout(() => child.kill("SIGKILL"), READY_LIMIT_MS);
  await readyLine(child);
  clearTimeout(limit);
  const readyMs = Number(process.hrtime.bigint() - start) / 1e6;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return readyMs;
}

async function readyLine(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error("No standard output to read");
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('"ready":"window"')) return;
  }
  throw new Error("The window ended before it was ready");
}
