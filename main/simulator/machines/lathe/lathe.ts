import { accept, type Result } from "../../../../shared/lib/result.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import { type BearingWear, frictionHeatC, vibrationMmS, wearBearing } from "../../physics/bearing.ts";
import { counted } from "../../physics/counter.ts";
import { type EdgeWear, forceFactor, wearEdge } from "../../physics/cutting-edge.ts";
import { type Dice, diceFrom } from "../../physics/dice.ts";
import { jitteredMs } from "../../physics/jittered-cycle.ts";
import type { RandomState } from "../../physics/random.ts";
import { towards } from "../../physics/thermal-lag.ts";
import { type Happening, stepChance } from "../chance.ts";
import { type Activity, activityOf, type Conditions, newConditions } from "../conditions.ts";
import { changeConditions, type Deed } from "../deed.ts";
import { wornPart } from "../wear-part.ts";
import { LATHE_ALARMS, watchLathe } from "./lathe-alarms.ts";

export type CyclePhase = "load" | "turn" | "unload";

/** Everything the lathe is at one instant; plain data, so that a run can be replayed. */
export interface Lathe {
  readonly conditions: Conditions;
  readonly phase: CyclePhase;
  readonly phaseElapsedMs: number;
  readonly nominalCycleMs: number;
  /** Of the part in the chuck. */
  readonly cycleMs: number;
  /** As the controller counts: an unsigned 32-bit number that starts again at 0. */
  readonly partCount: number;
  readonly made: number;
  readonly scrap: number;
  /** Parts still to be made in a rush, one per step. */
  readonly toRush: number;
  readonly edgeWear: EdgeWear;
  readonly partsOfEdge: number;
  readonly bearingWear: BearingWear;
  readonly spindleLoadPercent: number;
  readonly spindleRpm: number;
  readonly vibrationMmS: number;
  readonly temperatureC: number;
  readonly coolantC: number;
  readonly lastDiameterMm: number;
  readonly poweredMs: number;
  readonly runningMs: number;
  readonly random: RandomState;
}

const UINT32 = 2 ** 32;
export const PARTS_PER_EDGE = 400;
const AMBIENT_C = 22;
const WARM_UP_MS = 600_000;
const COOLANT_MS = 1_500_000;
const TURNING_RPM = 2_400;
const JITTER = 0.015;
const SCRAP_SHARE = 0.004;
const SHARES: Readonly<Record<CyclePhase, number>> = { load: 0.2, turn: 0.65, unload: 0.15 };
const NEXT: Readonly<Record<CyclePhase, CyclePhase>> = { load: "turn", turn: "unload", unload: "load" };
const PARTS = ["insert", "bearing"] as const;

const HAPPENINGS: readonly Happening[] = [
  { kind: "starved", everyMs: 40 * 60_000, lastsMs: 120_000 },
  { kind: "alarm", alarm: "chip-jam", everyMs: 90 * 60_000, lastsMs: 150_000 },
  { kind: "break", everyMs: 150 * 60_000, lastsMs: 300_000 },
];

/** Chance is off: it is the machine whose orders people work through. */
export function newLathe(seed: number, nominalCycleMs: number): Lathe {
  return {
    conditions: newConditions(false),
    phase: "load",
    phaseElapsedMs: 0,
    nominalCycleMs,
    cycleMs: nominalCycleMs,
    partCount: 0,
    made: 0,
    scrap: 0,
    toRush: 0,
    edgeWear: 0.1,
    partsOfEdge: 0.1 * PARTS_PER_EDGE,
    bearingWear: 0.15,
    spindleLoadPercent: 3,
    spindleRpm: 0,
    vibrationMmS: 0.1,
    temperatureC: AMBIENT_C,
    coolantC: AMBIENT_C,
    lastDiameterMm: 39.988,
    poweredMs: 0,
    runningMs: 0,
    random: seed >>> 0,
  };
}

/** Lets time pass. A part is counted when its turning ends. */
export function stepLathe(lathe: Lathe, dtMs: number): Lathe {
  const dice = diceFrom(lathe.random);
  const isRunning = activityOfLathe(lathe) === "running";
  const rushed = lathe.toRush > 0 ? { ...finishPart(lathe, dice), toRush: lathe.toRush - 1 } : lathe;
  const worked = isRunning ? cycle(rushed, dtMs, dice) : rushed;
  const felt = withSpindle(worked, { dtMs, isRunning }, dice);
  const chance = stepChance(felt.conditions.chance, { happenings: HAPPENINGS, isRunning, dtMs }, dice);
  const isTurning = isRunning && felt.phase === "turn";
  const conditions = watchLathe({ ...felt.conditions, chance }, { ...felt, isTurning });
  return { ...felt, conditions, poweredMs: lathe.poweredMs + dtMs, random: dice.state() };
}

export function activityOfLathe({ conditions }: Lathe): Activity {
  return activityOf(conditions, LATHE_ALARMS);
}

export function performOnLathe(lathe: Lathe, deed: Deed): Result<Lathe, string> {
  switch (deed.kind) {
    case "count":
      return accept({ ...lathe, toRush: lathe.toRush + deed.parts });
    case "counter":
      return accept({ ...lathe, partCount: counted(deed.to, 0, UINT32) });
    case "wear": {
      const worn = wornPart(PARTS, deed);
      if (!worn.ok) return worn;
      const { part, wear } = worn.value;
      if (part === "bearing") return accept({ ...lathe, bearingWear: wear });
      return accept({ ...lathe, edgeWear: wear, partsOfEdge: Math.round(wear * PARTS_PER_EDGE) });
    }
    case "drive":
    case "material":
    case "alarm":
    case "chance": {
      const conditions = changeConditions(lathe.conditions, deed, LATHE_ALARMS);
      return conditions.ok ? accept({ ...lathe, conditions: conditions.value }) : conditions;
    }
    default:
      return unreachable(deed);
  }
}

const NEW_EDGE_MM = 39.986;
const DRIFT_OVER_LIFE_MM = 0.008;
const SCATTER_MM = 0.0016;

/** Diameter of the next part at the gauge: scatters, and grows while the insert wears. @returns three decimals */
export function measureDiameter(lathe: Lathe): readonly [diameterMm: string, lathe: Lathe] {
  const dice = diceFrom(lathe.random);
  const diameterMm = turnedDiameterMm(lathe, dice);
  return [diameterMm.toFixed(3), { ...lathe, random: dice.state() }];
}

function turnedDiameterMm({ edgeWear }: Lathe, dice: Dice): number {
  const scatterMm = Math.max(-2.5, Math.min(2.5, dice.normal())) * SCATTER_MM;
  return NEW_EDGE_MM + DRIFT_OVER_LIFE_MM * edgeWear + scatterMm;
}

function cycle(lathe: Lathe, dtMs: number, dice: Dice): Lathe {
  let next = { ...lathe, runningMs: lathe.runningMs + dtMs };
  let leftMs = dtMs;
  for (;;) {
    const phaseLeftMs = SHARES[next.phase] * next.cycleMs - next.phaseElapsedMs;
    if (leftMs < phaseLeftMs) return { ...next, phaseElapsedMs: next.phaseElapsedMs + leftMs };
    leftMs -= phaseLeftMs;
    if (next.phase === "turn") next = finishPart(next, dice);
    if (next.phase === "unload") {
      next = { ...next, cycleMs: jitteredMs(lathe.nominalCycleMs, JITTER, dice) };
    }
    next = { ...next, phase: NEXT[next.phase], phaseElapsedMs: 0 };
  }
}

function finishPart(lathe: Lathe, dice: Dice): Lathe {
  const isScrap = dice.uniform() < SCRAP_SHARE * (1 + 6 * lathe.edgeWear ** 6);
  return {
    ...lathe,
    partCount: counted(lathe.partCount, 1, UINT32),
    made: lathe.made + 1,
    scrap: lathe.scrap + (isScrap ? 1 : 0),
    edgeWear: wearEdge(lathe.edgeWear, 1, PARTS_PER_EDGE),
    partsOfEdge: lathe.partsOfEdge + 1,
    lastDiameterMm: turnedDiameterMm(lathe, dice),
  };
}

function withSpindle(
  lathe: Lathe,
  { dtMs, isRunning }: { readonly dtMs: number; readonly isRunning: boolean },
  dice: Dice,
): Lathe {
  const isCutting = isRunning && lathe.phase === "turn";
  const cutting = 42 * forceFactor(lathe.edgeWear) + 12 * lathe.bearingWear ** 3;
  const load = (isCutting ? cutting : isRunning ? 3 : 0.5) + (isCutting ? 1.2 : 0.2) * dice.normal();
  const rpm = isCutting ? TURNING_RPM + 4 * dice.normal() : 0;
  const heatC = isRunning ? AMBIENT_C + 19 + frictionHeatC(lathe.bearingWear) : AMBIENT_C;
  const temperatureC = towards(lathe.temperatureC, heatC, dtMs / WARM_UP_MS);
  return {
    ...lathe,
    bearingWear: isCutting ? wearBearing(lathe.bearingWear, dtMs, 0.5) : lathe.bearingWear,
    spindleLoadPercent: Math.max(0, load),
    spindleRpm: rpm,
    vibrationMmS: vibrationMmS(lathe.bearingWear, isCutting ? 1 : 0, dice),
    temperatureC,
    coolantC: towards(lathe.coolantC, 0.6 * temperatureC + 0.4 * AMBIENT_C, dtMs / COOLANT_MS),
  };
}
