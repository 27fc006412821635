import { nextRandom, type RandomState } from "./random.ts";

/** PackML state numbers (ISA-TR88.00.02) that this machine uses. */
export const PACKML = { stopped: 2, idle: 4, execute: 6 } as const;

export type CyclePhase = "load" | "turn" | "unload";

/** Everything the lathe is at one instant; plain data, so that a run can be replayed. */
export interface Lathe {
  readonly packmlState: number;
  readonly phase: CyclePhase;
  readonly phaseElapsedMs: number;
  /** As the controller counts: an unsigned 32-bit number that starts again at 0. */
  readonly partCount: number;
  /** 0: a new insert, 1: worn out. */
  readonly toolWear: number;
  readonly spindleLoadPercent: number;
  readonly temperatureC: number;
  readonly random: RandomState;
}

const UINT32 = 2 ** 32;
const PARTS_PER_INSERT = 400;
const AMBIENT_C = 22;
const RUNNING_C = 41;
const WARM_UP_MS = 600_000;
const SHARES: Readonly<Record<CyclePhase, number>> = { load: 0.2, turn: 0.65, unload: 0.15 };
const NEXT: Readonly<Record<CyclePhase, CyclePhase>> = { load: "turn", turn: "unload", unload: "load" };

export function newLathe(seed: number): Lathe {
  return {
    packmlState: PACKML.execute,
    phase: "load",
    phaseElapsedMs: 0,
    partCount: 0,
    toolWear: 0.1,
    spindleLoadPercent: 3,
    temperatureC: AMBIENT_C,
    random: seed >>> 0,
  };
}

/** Lets time pass. A part is counted when its turning ends. @param cycleMs whole cycle of one part */
export function step(lathe: Lathe, dtMs: number, cycleMs: number): Lathe {
  if (lathe.packmlState !== PACKML.execute) return cooled(lathe, dtMs);
  let next = warmed(lathe, dtMs);
  let leftMs = dtMs;
  for (;;) {
    const phaseLeftMs = SHARES[next.phase] * cycleMs - next.phaseElapsedMs;
    if (leftMs < phaseLeftMs) break;
    leftMs -= phaseLeftMs;
    if (next.phase === "turn") next = countParts(next, 1);
    next = { ...next, phase: NEXT[next.phase], phaseElapsedMs: 0 };
  }
  return withLoad({ ...next, phaseElapsedMs: next.phaseElapsedMs + leftMs });
}

export function stopMachine(lathe: Lathe): Lathe {
  return { ...lathe, packmlState: PACKML.stopped, spindleLoadPercent: 0 };
}

export function idleMachine(lathe: Lathe): Lathe {
  return { ...lathe, packmlState: PACKML.idle, spindleLoadPercent: 2 };
}

export function runMachine(lathe: Lathe): Lathe {
  return { ...lathe, packmlState: PACKML.execute };
}

/** Counts finished parts and wears the insert by as many; the count rolls over like the controller's. */
export function countParts(lathe: Lathe, parts: number): Lathe {
  return {
    ...lathe,
    partCount: (lathe.partCount + parts) % UINT32,
    toolWear: Math.min(1, lathe.toolWear + parts / PARTS_PER_INSERT),
  };
}

export function setCounter(lathe: Lathe, partCount: number): Lathe {
  return { ...lathe, partCount };
}

export function changeInsert(lathe: Lathe): Lathe {
  return { ...lathe, toolWear: 0 };
}

const NEW_INSERT_MM = 39.986;
const DRIFT_OVER_LIFE_MM = 0.008;
const SCATTER_MM = 0.004;

/** Diameter of the next part: scatters, and grows while the insert wears. @returns millimetres with three decimals */
export function measureDiameter(lathe: Lathe): readonly [diameterMm: string, lathe: Lathe] {
  const [first, afterFirst] = nextRandom(lathe.random);
  const [second, random] = nextRandom(afterFirst);
  const scatterMm = (first + second - 1) * SCATTER_MM; // triangular: mostly near the middle, never outside
  const diameterMm = NEW_INSERT_MM + DRIFT_OVER_LIFE_MM * lathe.toolWear + scatterMm;
  return [diameterMm.toFixed(3), { ...lathe, random }];
}

function withLoad(lathe: Lathe): Lathe {
  const [noise, random] = nextRandom(lathe.random);
  const cuttingPercent = lathe.phase === "turn" ? 42 + 25 * lathe.toolWear : 3;
  return { ...lathe, random, spindleLoadPercent: round1(cuttingPercent + 2 * (noise - 0.5)) };
}

function warmed(lathe: Lathe, dtMs: number): Lathe {
  return { ...lathe, temperatureC: towards(lathe.temperatureC, RUNNING_C, dtMs) };
}

function cooled(lathe: Lathe, dtMs: number): Lathe {
  return { ...lathe, temperatureC: towards(lathe.temperatureC, AMBIENT_C, dtMs) };
}

function towards(temperatureC: number, targetC: number, dtMs: number): number {
  return targetC + (temperatureC - targetC) * Math.exp(-dtMs / WARM_UP_MS);
}

function round1(value: number): number {
  return Math.round(value * 10) / 10;
}
