import { accept, type Result } from "../../../../shared/lib/result.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import { type BearingWear, frictionHeatC, vibrationMmS, wearBearing } from "../../physics/bearing.ts";
import { counted } from "../../physics/counter.ts";
import { type Dice, diceFrom } from "../../physics/dice.ts";
import { jitteredMs } from "../../physics/jittered-cycle.ts";
import type { RandomState } from "../../physics/random.ts";
import { towards } from "../../physics/thermal-lag.ts";
import { type Happening, stepChance } from "../chance.ts";
import { type Activity, activeAlarms, activityOf, type Conditions, newConditions } from "../conditions.ts";
import { changeConditions, type Deed } from "../deed.ts";
import { wornPart } from "../wear-part.ts";
import { type Packml, stepPackml } from "./packml.ts";
import { PRESS_ALARMS, watchPress } from "./press-alarms.ts";

/** A stamping press that is fed from a coil. Its strokes are the cycles; each makes one part. */
export interface Press {
  readonly conditions: Conditions;
  readonly packml: Packml;
  readonly strokeElapsedMs: number;
  readonly strokeMs: number;
  /** Strokes until the coil ends; then it is changed. */
  readonly strokesOfCoil: number;
  readonly coilChangeLeftMs: number;
  /** Counts of the controller: unsigned 32-bit numbers. */
  readonly consumedCount: number;
  readonly processedCount: number;
  readonly defectiveCount: number;
  readonly made: number;
  readonly scrap: number;
  readonly toRush: number;
  /** PackML StopReason.ID: number of the alarm that came first; 0: none. */
  readonly stopReason: number;
  readonly dieWear: number;
  readonly bearingWear: BearingWear;
  readonly forceKn: number;
  readonly vibrationMmS: number;
  readonly oilC: number;
  readonly random: RandomState;
}

export const STROKES_PER_MINUTE = 40;
const UINT32 = 2 ** 32;
const STROKE_MS = 60_000 / STROKES_PER_MINUTE;
const STROKES_PER_COIL = 1_500;
const STROKES_PER_DIE = 120_000;
const COIL_CHANGE_MS = 150_000;
const AMBIENT_C = 23;
const OIL_MS = 1_800_000;
const PARTS = ["die", "bearing"] as const;

const HAPPENINGS: readonly Happening[] = [
  { kind: "alarm", alarm: "light-curtain", everyMs: 6 * 60_000, lastsMs: 25_000 },
  { kind: "alarm", alarm: "die-protection", everyMs: 25 * 60_000, lastsMs: 120_000 },
  { kind: "blocked", everyMs: 30 * 60_000, lastsMs: 60_000 },
  { kind: "break", everyMs: 120 * 60_000, lastsMs: 600_000 },
];

export function newPress(seed: number): Press {
  return {
    conditions: newConditions(true),
    packml: { state: "Stopped", inStateMs: 0 },
    strokeElapsedMs: 0,
    strokeMs: STROKE_MS,
    strokesOfCoil: STROKES_PER_COIL,
    coilChangeLeftMs: 0,
    consumedCount: 0,
    processedCount: 0,
    defectiveCount: 0,
    made: 0,
    scrap: 0,
    toRush: 0,
    stopReason: 0,
    dieWear: 0.3,
    bearingWear: 0.3,
    forceKn: 0,
    vibrationMmS: 0.1,
    oilC: AMBIENT_C,
    random: (seed ^ 0x5eed_0002) >>> 0,
  };
}

export function stepPress(press: Press, dtMs: number): Press {
  const dice = diceFrom(press.random);
  const wanted = activityOfPress(press);
  const packml = stepPackml(press.packml, wanted, dtMs);
  const isRunning = packml.state === "Execute";
  const rushed = press.toRush > 0 ? { ...finishStroke(press, dice), toRush: press.toRush - 1 } : press;
  const worked = isRunning ? stroke({ ...rushed, packml }, dtMs, dice) : { ...rushed, packml, forceKn: 0 };
  const changed = changeCoil(worked, dtMs);
  const chance = stepChance(changed.conditions.chance, { happenings: HAPPENINGS, isRunning, dtMs }, dice);
  const driven = withDrive(changed, { dtMs, isRunning }, dice);
  const watched = { ...driven, conditions: watchPress({ ...driven.conditions, chance }, driven) };
  return { ...watched, stopReason: firstOut(watched), random: dice.state() };
}

/** The change of the coil is set-up, whatever else would be possible. */
export function activityOfPress({ conditions, coilChangeLeftMs }: Press): Activity {
  const activity = activityOf(conditions, PRESS_ALARMS);
  return activity === "running" && coilChangeLeftMs > 0 ? "set-up" : activity;
}

export function performOnPress(press: Press, deed: Deed): Result<Press, string> {
  switch (deed.kind) {
    case "count":
      return accept({ ...press, toRush: press.toRush + deed.parts });
    case "counter":
      return accept({ ...press, processedCount: counted(deed.to, 0, UINT32) });
    case "wear": {
      const worn = wornPart(PARTS, deed);
      if (!worn.ok) return worn;
      const { part, wear } = worn.value;
      return accept(part === "die" ? { ...press, dieWear: wear } : { ...press, bearingWear: wear });
    }
    case "drive":
    case "material":
    case "alarm":
    case "chance": {
      const conditions = changeConditions(press.conditions, deed, PRESS_ALARMS);
      return conditions.ok ? accept({ ...press, conditions: conditions.value }) : conditions;
    }
    default:
      return unreachable(deed);
  }
}

function stroke(press: Press, dtMs: number, dice: Dice): Press {
  let next = { ...press, strokeElapsedMs: press.strokeElapsedMs + dtMs };
  while (next.strokeElapsedMs >= next.strokeMs && next.strokesOfCoil > 0) {
    const strokeElapsedMs = next.strokeElapsedMs - next.strokeMs;
    next = { ...finishStroke(next, dice), strokeElapsedMs, strokeMs: jitteredMs(STROKE_MS, 0.01, dice) };
  }
  return next;
}

function finishStroke(press: Press, dice: Dice): Press {
  const isDefect = dice.uniform() < 0.003 + 0.08 * press.dieWear ** 5;
  return {
    ...press,
    strokesOfCoil: Math.max(0, press.strokesOfCoil - 1),
    consumedCount: counted(press.consumedCount, 1, UINT32),
    processedCount: counted(press.processedCount, 1, UINT32),
    defectiveCount: counted(press.defectiveCount, isDefect ? 1 : 0, UINT32),
    made: press.made + 1,
    scrap: press.scrap + (isDefect ? 1 : 0),
    dieWear: Math.min(1, press.dieWear + 1 / STROKES_PER_DIE),
    forceKn: 620 * (1 + 0.18 * press.dieWear) + 6 * dice.normal(),
  };
}

function changeCoil(press: Press, dtMs: number): Press {
  if (press.coilChangeLeftMs > 0) {
    const leftMs = press.packml.state === "Stopped" ? press.coilChangeLeftMs - dtMs : press.coilChangeLeftMs;
    if (leftMs > 0) return { ...press, coilChangeLeftMs: leftMs };
    return { ...press, coilChangeLeftMs: 0, strokesOfCoil: STROKES_PER_COIL };
  }
  return press.strokesOfCoil > 0 ? press : { ...press, coilChangeLeftMs: COIL_CHANGE_MS };
}

function withDrive(
  press: Press,
  { dtMs, isRunning }: { readonly dtMs: number; readonly isRunning: boolean },
  dice: Dice,
): Press {
  const targetC = isRunning ? 52 + frictionHeatC(press.bearingWear) : AMBIENT_C + 4;
  return {
    ...press,
    bearingWear: isRunning ? wearBearing(press.bearingWear, dtMs, 0.6) : press.bearingWear,
    vibrationMmS: vibrationMmS(press.bearingWear, isRunning ? 0.8 : 0, dice),
    oilC: towards(press.oilC, targetC, dtMs / OIL_MS),
  };
}

/** First-out: what came first stays the reason until the machine executes again. */
function firstOut(press: Press): number {
  if (press.packml.state === "Execute") return 0;
  if (press.stopReason !== 0) return press.stopReason;
  return activeAlarms(press.conditions, PRESS_ALARMS).find(({ isFault }) => isFault)?.number ?? 0;
}
