import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type {
  CollectorCommand,
  CollectorMessage,
} from "../../main/station/devices/opcua/collector-messages.ts";
import { forkCollector } from "../../main/station/devices/opcua/fork-collector.ts";
import type { MachineEndpoint } from "../../main/station/devices/opcua/machine-endpoint.ts";
import { trustServerCertificate } from "../../main/station/devices/opcua/server-trust.ts";
import type { GapCause } from "../../main/station/signals/signal-gap.ts";
import { createSignalReader } from "../../main/station/signals/signal-reader.ts";
import { readSignalsDatabase } from "../../main/station/store/signals-database.ts";
import { buildStaleParts } from "../../scripts/build/build-stale-parts.ts";
import { type FloodingMachine, nodeOfVariable } from "./flooding-machine.ts";
import { type Flood, type SteadyRun, steadyRun } from "./steady-run.ts";

const ROOT = path.dirname(path.dirname(import.meta.dirname));
/** Everything is on the disk after a second; a busy machine is given more. */
const FLUSH_MS = 5_000;

/** Builds what a package would hold. @returns the program of the process that listens */
export async function builtCollector(): Promise<string> {
  await buildStaleParts(ROOT, ["station"]);
  return path.join(ROOT, "dist", "station", "collector.mjs");
}

/** The product's process that listens and stores, as it is shipped. Lost: changes that the store does not hold. */
export async function collectorRun(
  machine: FloodingMachine,
  { program, queueSize, ...flood }: Flood & { readonly program: string; readonly queueSize: number },
): Promise<SteadyRun> {
  const folder = mkdtempSync(path.join(tmpdir(), "takt-bench-station-"));
  const pkiDir = path.join(folder, "pki");
  await trustServerCertificate(pkiDir, machine.certificateFile);
  const collector = forkCollector(program);
  try {
    await listening(collector, { endpoint: endpointOf(machine, pkiDir, queueSize), folder });
    const before = await machine.sequence();
    const run = await steadyRun(machine, collector.pid ?? 0, flood);
    await machine.drain();
    await delay(FLUSH_MS);
    const lost = lostIn(folder, { from: before, to: await machine.sequence() });
    return { ...run, lost };
  } finally {
    await machine.stopFlood();
    await stop(collector);
    rmSync(folder, { recursive: true });
  }
}

interface Started {
  readonly endpoint: MachineEndpoint;
  readonly folder: string;
}

/** Resolves once the first value of every signal has come. */
async function listening(collector: ChildProcess, { endpoint, folder }: Started): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const waited = new Set(endpoint.signals.map(({ signalId }) => signalId));
  collector.on("message", (message: CollectorMessage) => {
    if (message.kind === "log" && message.level === "error") reject(new Error(message.message));
    if (message.kind !== "latest") return;
    for (const { signalId } of message.values) waited.delete(signalId);
    if (waited.size === 0) resolve();
  });
  collector.once("exit", () => reject(new Error("The process that listens has ended")));
  collector.stderr?.pipe(process.stderr);
  const start: CollectorCommand = {
    kind: "start",
    collection: { machines: [endpoint], signalFolder: folder },
  };
  collector.send(start);
  await promise;
}

async function stop(collector: ChildProcess): Promise<void> {
  if (collector.exitCode !== null || collector.signalCode !== null) return;
  const ended = once(collector, "exit");
  collector.send({ kind: "stop" } satisfies CollectorCommand);
  await ended;
}

function endpointOf(machine: FloodingMachine, pkiDir: string, queueSize: number): MachineEndpoint {
  return {
    machineId: "flood",
    endpointUrl: machine.endpointUrl,
    namespaceUri: machine.namespaceUri,
    securityMode: "SignAndEncrypt",
    pkiDir,
    applicationUri: "urn:takt:bench",
    signals: Array.from({ length: machine.variables }, (_, index) => ({
      signalId: `v${index}`,
      node: nodeOfVariable(machine.namespaceUri, index),
      samplingMs: 0,
      queueSize,
      isTold: false,
    })),
  };
}

/** Every sequence number after `from` up to `to` must be there for each variable. */
export function lostIn(folder: string, { from, to }: { readonly from: number; readonly to: number }): number {
  const storage = readSignalsDatabase<GapCause>(folder);
  if (storage === undefined) throw new Error("Nothing was stored");
  const reader = createSignalReader(storage);
  let lost = 0;
  for (const { number } of reader.signals()) {
    const { length, value } = reader.samples(number, { fromUs: 0, toUs: Number.MAX_SAFE_INTEGER });
    const seen = new Uint8Array(to + 1);
    for (let row = 0; row < length; row += 1) seen[value[row] ?? 0] = 1;
    for (let sequence = from + 1; sequence <= to; sequence += 1) lost += 1 - (seen[sequence] ?? 0);
  }
  reader.close();
  return lost;
}

/** The gaps that the store names, by cause: where something is lost, one must say so. */
export function gapsIn(folder: string): string {
  const storage = readSignalsDatabase<GapCause>(folder);
  if (storage === undefined) throw new Error("Nothing was stored");
  const reader = createSignalReader(storage);
  const gaps = reader.gaps({ fromUs: 0, toUs: Number.MAX_SAFE_INTEGER });
  reader.close();
  const byCause = Map.groupBy(gaps, ({ cause }) => cause);
  return [...byCause].map(([cause, { length }]) => `${length} ${cause}`).join(", ");
}
