import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { FastMachineCommand, FastMachineOrder, FastMachineReady } from "./fast-machine.ts";

const PROGRAM = path.join(import.meta.dirname, "fast-machine.ts");
/** A publishing interval has passed, also on a busy machine. */
const TICK_MS = 1_000;
const DRAINS_WITHIN_MS = 60_000;
const NAMESPACE = "urn:takt:bench:flood";

/** A machine in a process of its own whose variables all change at once, each telling how often it has. */
export interface FloodingMachine {
  readonly pid: number;
  readonly endpointUrl: string;
  readonly certificateFile: string;
  readonly namespaceUri: string;
  readonly variables: number;
  flood(everyMs: number): Promise<void>;
  stopFlood(): Promise<void>;
  /** Stops it, and waits until the client was sent all of it, or takes nothing for a minute. */
  drain(): Promise<void>;
  /** How often each variable has changed. */
  sequence(): Promise<number>;
  /** How many variables the client watches. */
  watched(): Promise<number>;
  close(): Promise<void>;
}

export function nodeOfVariable(namespaceUri: string, index: number): string {
  return `nsu=${namespaceUri};s=${idOfVariable(index)}`;
}

export function idOfVariable(index: number): string {
  return `Flood.${String(index + 1).padStart(5, "0")}`;
}

export async function startFloodingMachine(variables: number): Promise<FloodingMachine> {
  const pkiDir = mkdtempSync(path.join(tmpdir(), "takt-bench-machine-"));
  const order: FastMachineOrder = { pkiDir, namespaceUri: NAMESPACE, variables };
  const machine = fork(PROGRAM, [JSON.stringify(order)], { execArgv: [] });
  const [ready] = (await Promise.race([once(machine, "message"), endOf(machine)])) as [FastMachineReady];
  const ask = async (command: FastMachineCommand): Promise<number> => {
    const answer = once(machine, "message");
    machine.send(command);
    const [sequence] = (await answer) as [number];
    return sequence;
  };
  return {
    ...ready,
    pid: machine.pid ?? 0,
    namespaceUri: NAMESPACE,
    variables,
    flood: async (changeEveryMs) => void (await ask({ changeEveryMs })),
    stopFlood: async () => void (await ask({ changeEveryMs: null })),
    async drain() {
      await ask({ changeEveryMs: null });
      const end = performance.now() + DRAINS_WITHIN_MS;
      do await delay(TICK_MS);
      while ((await ask("unsent")) > 0 && performance.now() < end);
    },
    sequence: () => ask("sequence"),
    watched: () => ask("watched"),
    async close() {
      machine.kill("SIGTERM");
      await once(machine, "exit");
      rmSync(pkiDir, { recursive: true });
    },
  };
}

async function endOf(machine: ChildProcess): Promise<never> {
  const [code, signal] = (await once(machine, "exit")) as [number | null, NodeJS.Signals | null];
  throw new Error(`The machine of the benchmark ended (${signal ?? `code ${code}`})`);
}
