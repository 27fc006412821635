import { setTimeout as delay } from "node:timers/promises";
import { cpuSecondsOf } from "../measure/process-cpu.ts";
import { processMemory } from "../measure/process-memory.ts";
import { median } from "../measure/statistics.ts";
import type { FloodingMachine } from "./flooding-machine.ts";

/** What a process that listens has used while values came at a steady rate. */
export interface SteadyRun {
  readonly cpuUsPerValue: number;
  readonly valuesPerSecond: number;
  readonly lost: number;
  readonly pssMb: number;
  readonly rssMb: number;
}

export interface Flood {
  readonly everyMs: number;
  /** Time is the subject: CPU of a steady state, not of connecting. */
  readonly settleMs: number;
  readonly measureMs: number;
}

const LOOK_EVERY_MS = 500;

/** Floods, lets it settle, and takes CPU and memory of a while. The flood goes on. */
export async function steadyRun(
  machine: FloodingMachine,
  pid: number,
  { everyMs, settleMs, measureMs }: Flood,
): Promise<Omit<SteadyRun, "lost">> {
  await machine.flood(everyMs);
  await delay(settleMs);
  const before = { cpu: cpuSecondsOf(pid), sequence: await machine.sequence(), ms: performance.now() };
  const looks = [];
  while (performance.now() - before.ms < measureMs) {
    await delay(LOOK_EVERY_MS);
    looks.push(processMemory(pid));
  }
  const cpuSeconds = cpuSecondsOf(pid) - before.cpu;
  const values = ((await machine.sequence()) - before.sequence) * machine.variables;
  return {
    cpuUsPerValue: (cpuSeconds * 1e6) / values,
    valuesPerSecond: (values * 1_000) / (performance.now() - before.ms),
    pssMb: median(looks.map(({ pssMb }) => pssMb)),
    rssMb: median(looks.map(({ rssMb }) => rssMb)),
  };
}
