import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startMachineFeed } from "../../main/station/devices/opcua/machine-feed.ts";
import { trustServerCertificate } from "../../main/station/devices/opcua/server-trust.ts";
import type { GapCause } from "../../main/station/signals/signal-gap.ts";
import { createSignalReader } from "../../main/station/signals/signal-reader.ts";
import { readSignalsDatabase } from "../../main/station/store/signals-database.ts";
import type { CountingOrder } from "../machines/counting-client.ts";
import { type FloodingMachine, nodeOfVariable, startFloodingMachine } from "../machines/flooding-machine.ts";
import { cpuSecondsOf } from "../measure/process-cpu.ts";
import type { Metric } from "../measure/report.ts";
import { median, medianInterval } from "../measure/statistics.ts";

const PAIRS = 5;
const VARIABLES = 1_000;
const PUBLISHING_MS = 100;
/** Several seconds of the fastest flood. */
const QUEUE_SIZE = 200;
const TARGET = 1.5;
/** Time is the subject: CPU of a steady state, not of connecting. */
const SETTLE_MS = 3_000;
const MEASURE_MS = 8_000;
const FLUSH_MS = 2_500;
/** As fast as one simulated server on one core can encrypt and send; it is the limit here, not the station. */
const RATES = [
  { name: "10k", everyMs: 100 },
  { name: "20k", everyMs: 50 },
] as const;

/**
 * CPU of the process that listens, per value it stored, in turns with the floor: a bare client of the same library that
 * counts, and a bulk insert of the same values. Encrypted and signed on both sides. A lost value voids the figure.
 */
export async function measureMachines(): Promise<readonly Metric[]> {
  const machine = await startFloodingMachine();
  try {
    const metrics: Metric[] = [];
    for (const { name, everyMs } of RATES) {
      const pairs: Pair[] = [];
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const floor = await measureFloor(machine, everyMs);
        pairs.push({ floor, product: await measureProduct(machine, everyMs) });
      }
      metrics.push(...metricsOf(name, pairs));
    }
    return metrics;
  } finally {
    await machine.close();
  }
}

interface Run {
  readonly cpuUsPerValue: number;
  readonly valuesPerSecond: number;
  readonly lost: number;
  readonly rssMb: number;
}

interface Pair {
  readonly floor: Run;
  readonly product: Run;
}

async function measureFloor(machine: FloodingMachine, everyMs: number): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), "takt-bench-floor-"));
  const order: CountingOrder = {
    endpointUrl: machine.endpointUrl,
    namespaceUri: machine.namespaceUri,
    variables: VARIABLES,
    publishingMs: PUBLISHING_MS,
    queueSize: QUEUE_SIZE,
    databaseFile: path.join(folder, "floor.db"),
  };
  await machine.flood(VARIABLES, 60_000); // the nodes must be there before anyone subscribes to them
  const client = fork(
    path.join(import.meta.dirname, "..", "machines", "counting-client.ts"),
    [JSON.stringify(order)],
    {
      execArgv: [],
    },
  );
  try {
    await once(client, "message");
    return { ...(await steady(machine, client.pid ?? 0, everyMs)), lost: 0 };
  } finally {
    client.kill("SIGKILL");
    await machine.stopFlood();
    rmSync(folder, { recursive: true });
  }
}

async function measureProduct(machine: FloodingMachine, everyMs: number): Promise<Run> {
  const folder = mkdtempSync(path.join(tmpdir(), "takt-bench-station-"));
  const pkiDir = path.join(folder, "pki");
  await trustServerCertificate(pkiDir, machine.certificateFile);
  await machine.flood(VARIABLES, 60_000);
  const listening = Promise.withResolvers<void>();
  const feed = startMachineFeed(
    { machines: [endpointOf(machine, pkiDir)], signalFolder: folder },
    {
      signals: () => undefined,
      gap: () => undefined,
      link: () => undefined,
      latest: (values) => {
        if (values.length > 0) listening.resolve();
      },
      status: () => undefined,
      log: (level, message) => {
        if (level === "error") listening.reject(new Error(message));
      },
    },
  );
  try {
    await listening.promise;
    const before = await machine.sequence();
    const run = await steady(machine, collectorPid(), everyMs);
    await machine.stopFlood();
    await delay(FLUSH_MS);
    return { ...run, lost: lostIn(folder, before, await machine.sequence()) };
  } finally {
    await feed.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Floods, lets it settle, and takes the CPU time of a while. */
async function steady(machine: FloodingMachine, pid: number, everyMs: number): Promise<Omit<Run, "lost">> {
  await machine.flood(VARIABLES, everyMs);
  await delay(SETTLE_MS);
  const [cpuBefore, sequenceBefore, startMs] = [
    cpuSecondsOf(pid),
    await machine.sequence(),
    performance.now(),
  ];
  await delay(MEASURE_MS);
  const values = ((await machine.sequence()) - sequenceBefore) * VARIABLES;
  const seconds = (performance.now() - startMs) / 1_000;
  return {
    cpuUsPerValue: ((cpuSecondsOf(pid) - cpuBefore) * 1e6) / values,
    valuesPerSecond: values / seconds,
    rssMb: rssMbOf(pid),
  };
}

/** Every sequence number after `from` up to `to` must be there once for each variable. */
function lostIn(folder: string, from: number, to: number): number {
  const storage = readSignalsDatabase<GapCause>(folder);
  if (storage === undefined) throw new Error("Nothing was stored");
  const reader = createSignalReader(storage);
  let lost = 0;
  for (const { number } of reader.signals()) {
    const { length, value } = reader.samples(number, { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER });
    const seen = new Set(value.subarray(0, length));
    for (let sequence = from + 1; sequence <= to; sequence += 1) if (!seen.has(sequence)) lost += 1;
  }
  reader.close();
  return lost;
}

function endpointOf(machine: FloodingMachine, pkiDir: string) {
  return {
    machineId: "flood",
    endpointUrl: machine.endpointUrl,
    namespaceUri: machine.namespaceUri,
    securityMode: "SignAndEncrypt" as const,
    pkiDir,
    applicationUri: "urn:takt:bench",
    signals: Array.from({ length: VARIABLES }, (_, index) => ({
      signalId: `v${index}`,
      node: nodeOfVariable(machine.namespaceUri, index),
      samplingMs: 0,
      queueSize: QUEUE_SIZE,
      isTold: false,
    })),
  };
}

function collectorPid(): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("collector");
    } catch {
      return false; // it ended while we looked
    }
  });
  if (found === undefined) throw new Error("The collector process is not running");
  return Number(found);
}

function rssMbOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_024;
}

function metricsOf(name: string, pairs: readonly Pair[]): readonly Metric[] {
  const ratios = pairs.map(({ floor, product }) => product.cpuUsPerValue / floor.cpuUsPerValue);
  const interval = medianInterval(ratios);
  const lost = pairs.reduce((sum, { product }) => sum + product.lost, 0);
  const rate = median(pairs.map(({ product }) => product.valuesPerSecond));
  const floorRss = median(pairs.map(({ floor }) => floor.rssMb));
  const rss = median(pairs.map(({ product }) => product.rssMb));
  return [
    {
      id: `machines.${name}.cpu-per-value`,
      value: median(pairs.map(({ product }) => product.cpuUsPerValue)),
      unit: "µs",
      floor: median(pairs.map(({ floor }) => floor.cpuUsPerValue)),
      ratio: median(ratios),
      target: `<= ${TARGET}x, 0 lost`,
      pass: interval.high <= TARGET && lost === 0,
      note: `95 % ${interval.low.toFixed(2)}..${interval.high.toFixed(2)}, ${pairs.length} pairs at ${Math.round(rate)} values/s, ${lost} lost; floor: bare client and bulk insert`,
    },
    {
      id: `machines.${name}.rss`,
      value: rss,
      unit: "MB",
      floor: floorRss,
      ratio: rss / floorRss,
      target: "<= 1.15x",
      pass: rss / floorRss <= 1.15,
      note: "the process that listens and stores; floor: the bare client",
    },
  ];
}
