import { accept, type Result, refuse } from "../../../../shared/lib/result.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import { type BearingWear, vibrationMmS, wearBearing } from "../../physics/bearing.ts";
import { counted } from "../../physics/counter.ts";
import { type Dice, diceFrom } from "../../physics/dice.ts";
import { coldZone, type HeatedZone, stepZone, thermocoupleC } from "../../physics/heated-zone.ts";
import { jitteredMs } from "../../physics/jittered-cycle.ts";
import type { RandomState } from "../../physics/random.ts";
import { type Happening, stepChance } from "../chance.ts";
import { type Activity, activityOf, type Conditions, newConditions } from "../conditions.ts";
import { changeConditions, type Deed } from "../deed.ts";
import { wornPart } from "../wear-part.ts";
import { OVEN_ALARMS, watchOven } from "./oven-alarms.ts";

/** Steps of the batch program, in their order. */
export const OVEN_STEPS = ["load", "heat", "soak", "cool", "unload"] as const;
export type OvenStep = (typeof OVEN_STEPS)[number];

/** A tempering oven with three zones: slow, and nothing in it jumps but the door. */
export interface Oven {
  readonly conditions: Conditions;
  readonly step: OvenStep;
  readonly stepElapsedMs: number;
  /** Of the batch in it. */
  readonly soakMs: number;
  readonly zones: readonly HeatedZone[];
  /** What the thermocouples of the zones tell. */
  readonly measuredC: readonly number[];
  readonly isDoorOpen: boolean;
  readonly batchCount: number;
  readonly made: number;
  readonly energyKwh: number;
  readonly heaterWear: number;
  readonly fanWear: BearingWear;
  readonly vibrationMmS: number;
  readonly random: RandomState;
}

export const PARTS_PER_BATCH = 120;
const AMBIENT_C = 24;
const SET_POINTS_C = [178, 185, 182] as const;
const STAND_BY_C = 60;
const ZONE_KW = 9;
const DOOR_MS = 90_000;
const SOAK_MS = 600_000;
const COOL_MS = 240_000;
const REACHED_C = 1.5;
const PARTS = ["heater", "fan"] as const;

const HAPPENINGS: readonly Happening[] = [
  { kind: "starved", everyMs: 50 * 60_000, lastsMs: 240_000 },
  { kind: "alarm", alarm: "door-fault", everyMs: 180 * 60_000, lastsMs: 60_000 },
];

export function newOven(seed: number): Oven {
  return {
    conditions: newConditions(true),
    step: "load",
    stepElapsedMs: 0,
    soakMs: SOAK_MS,
    zones: SET_POINTS_C.map(() => coldZone(AMBIENT_C)),
    measuredC: SET_POINTS_C.map(() => AMBIENT_C),
    isDoorOpen: true,
    batchCount: 0,
    made: 0,
    energyKwh: 0,
    heaterWear: 0.05,
    fanWear: 0.25,
    vibrationMmS: 0.1,
    random: (seed ^ 0x5eed_0004) >>> 0,
  };
}

export function stepOven(oven: Oven, dtMs: number): Oven {
  const dice = diceFrom(oven.random);
  const activity = activityOfOven(oven);
  const isRunning = activity === "running";
  const programmed = isRunning ? runProgram(oven, dtMs, dice) : oven;
  const heated = heat(programmed, activity, dtMs);
  const fan = activity === "stopped" || activity === "fault" ? 0 : heated.isDoorOpen ? 0.4 : 1;
  const chance = stepChance(heated.conditions.chance, { happenings: HAPPENINGS, isRunning, dtMs }, dice);
  const felt = {
    ...heated,
    measuredC: heated.zones.map((zone) => thermocoupleC(zone, dice)),
    fanWear: fan > 0 ? wearBearing(heated.fanWear, dtMs, 0.3) : heated.fanWear,
    vibrationMmS: vibrationMmS(heated.fanWear, fan, dice),
  };
  const sensed = { ...felt, isSoaking: isRunning && felt.step === "soak", isFanTurning: fan > 0 };
  const conditions = watchOven({ ...felt.conditions, chance }, sensed);
  return { ...felt, conditions, random: dice.state() };
}

export function activityOfOven({ conditions }: Oven): Activity {
  return activityOf(conditions, OVEN_ALARMS);
}

export function performOnOven(oven: Oven, deed: Deed): Result<Oven, string> {
  switch (deed.kind) {
    case "count":
      return refuse("an oven makes whole batches in its own time; let it run faster instead (oven speed 20)");
    case "counter":
      return accept({ ...oven, batchCount: counted(deed.to, 0, 2 ** 32) });
    case "wear": {
      const worn = wornPart(PARTS, deed);
      if (!worn.ok) return worn;
      const { part, wear } = worn.value;
      return accept(part === "heater" ? { ...oven, heaterWear: wear } : { ...oven, fanWear: wear });
    }
    case "drive":
    case "material":
    case "alarm":
    case "chance": {
      const conditions = changeConditions(oven.conditions, deed, OVEN_ALARMS);
      return conditions.ok ? accept({ ...oven, conditions: conditions.value }) : conditions;
    }
    default:
      return unreachable(deed);
  }
}

function runProgram(oven: Oven, dtMs: number, dice: Dice): Oven {
  const waited = { ...oven, stepElapsedMs: oven.stepElapsedMs + dtMs };
  if (!isStepDone(waited)) return waited;
  const step = OVEN_STEPS[(OVEN_STEPS.indexOf(oven.step) + 1) % OVEN_STEPS.length] ?? "load";
  const isBatchDone = oven.step === "unload";
  return {
    ...waited,
    step,
    stepElapsedMs: 0,
    isDoorOpen: step === "load" || step === "unload",
    batchCount: counted(oven.batchCount, isBatchDone ? 1 : 0, 2 ** 32),
    made: oven.made + (isBatchDone ? PARTS_PER_BATCH : 0),
    soakMs: isBatchDone ? jitteredMs(SOAK_MS, 0.03, dice) : oven.soakMs,
  };
}

function isStepDone({ step, stepElapsedMs, soakMs, zones }: Oven): boolean {
  switch (step) {
    case "load":
    case "unload":
      return stepElapsedMs >= DOOR_MS;
    case "heat":
      return zones.every((zone) => zone.temperatureC >= zone.setPointC - REACHED_C);
    case "soak":
      return stepElapsedMs >= soakMs;
    case "cool":
      return stepElapsedMs >= COOL_MS;
    default:
      return step satisfies never;
  }
}

function heat(oven: Oven, activity: Activity, dtMs: number): Oven {
  const isHot = (oven.step === "heat" || oven.step === "soak") && activity !== "fault";
  const zones = oven.zones.map((zone, index) => {
    const others = [oven.zones[index - 1], oven.zones[index + 1]].filter((other) => other !== undefined);
    const neighboursC = others.reduce((sum, other) => sum + other.temperatureC, 0) / others.length;
    const programmedC = isHot ? (SET_POINTS_C[index] ?? STAND_BY_C) : STAND_BY_C;
    const setPointC = activity === "stopped" || activity === "fault" ? AMBIENT_C : programmedC;
    const around = {
      ambientC: AMBIENT_C,
      isDoorOpen: oven.isDoorOpen,
      neighboursC,
      heaterWear: oven.heaterWear,
    };
    return stepZone({ ...zone, setPointC }, dtMs, around);
  });
  const powerKw = zones.reduce((sum, zone) => sum + (zone.powerPercent / 100) * ZONE_KW, 0);
  return { ...oven, zones, energyKwh: oven.energyKwh + (powerKw * dtMs) / 3_600_000 };
}
