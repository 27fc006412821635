import { accept, type Result } from "../../../../shared/lib/result.ts";
import { unreachable } from "../../../../shared/lib/unreachable.ts";
import { type BearingWear, frictionHeatC, vibrationMmS, wearBearing } from "../../physics/bearing.ts";
import { counted } from "../../physics/counter.ts";
import { type Dice, diceFrom } from "../../physics/dice.ts";
import { jitteredMs } from "../../physics/jittered-cycle.ts";
import type { RandomState } from "../../physics/random.ts";
import { towards } from "../../physics/thermal-lag.ts";
import { type Happening, stepChance } from "../chance.ts";
import { type Activity, activityOf, type Conditions, newConditions } from "../conditions.ts";
import { changeConditions, type Deed } from "../deed.ts";
import { wornPart } from "../wear-part.ts";
import { PACKING_LINE_ALARMS, watchPackingLine } from "./packing-line-alarms.ts";

/** Forms, fills and seals four packs with each stroke and puts them into boxes. An old controller of 16 bits. */
export interface PackingLine {
  readonly conditions: Conditions;
  readonly strokeElapsedMs: number;
  readonly strokeMs: number;
  /** Registers of 16 bits: after 65,535 comes 0. */
  readonly packCount: number;
  readonly rejectCount: number;
  readonly boxCount: number;
  readonly packsInBox: number;
  /** The photocell sees a box as long as this runs. */
  readonly boxPulseLeftMs: number;
  readonly strokesOfFilm: number;
  readonly filmChangeLeftMs: number;
  readonly made: number;
  readonly scrap: number;
  readonly toRush: number;
  readonly packsPerMinute: number;
  readonly sealC: number;
  readonly motorC: number;
  readonly bearingWear: BearingWear;
  readonly sealWear: number;
  readonly vibrationMmS: number;
  readonly random: RandomState;
}

const PACKS_PER_STROKE = 4;
export const PACKS_PER_BOX = 24;
const UINT16 = 2 ** 16;
const STROKE_MS = 1_200;
const BOX_PULSE_MS = 400;
const STROKES_PER_ROLL = 2_000;
const FILM_CHANGE_MS = 90_000;
const AMBIENT_C = 21;
const SPEED_UP_MS = 4_000;
const MOTOR_MS = 900_000;
const SEAL_C = 148;
const PARTS = ["bearing", "seal"] as const;

const HAPPENINGS: readonly Happening[] = [
  { kind: "starved", everyMs: 5 * 60_000, lastsMs: 40_000 },
  { kind: "blocked", everyMs: 12 * 60_000, lastsMs: 30_000 },
  { kind: "alarm", alarm: "film-break", everyMs: 20 * 60_000, lastsMs: 100_000 },
  { kind: "alarm", alarm: "guard-open", everyMs: 15 * 60_000, lastsMs: 20_000 },
  { kind: "break", everyMs: 180 * 60_000, lastsMs: 900_000 },
];

/** Its pack counter stands shortly before its end, so that everybody sees it roll over. */
export function newPackingLine(seed: number): PackingLine {
  return {
    conditions: newConditions(true),
    strokeElapsedMs: 0,
    strokeMs: STROKE_MS,
    packCount: 64_000,
    rejectCount: 0,
    boxCount: 0,
    packsInBox: 0,
    boxPulseLeftMs: 0,
    strokesOfFilm: STROKES_PER_ROLL,
    filmChangeLeftMs: 0,
    made: 0,
    scrap: 0,
    toRush: 0,
    packsPerMinute: 0,
    sealC: SEAL_C,
    motorC: AMBIENT_C,
    bearingWear: 0.2,
    sealWear: 0.1,
    vibrationMmS: 0.1,
    random: (seed ^ 0x5eed_0003) >>> 0,
  };
}

export function stepPackingLine(line: PackingLine, dtMs: number): PackingLine {
  const dice = diceFrom(line.random);
  const isRunning = activityOfPackingLine(line) === "running";
  const seen = { ...line, boxPulseLeftMs: Math.max(0, line.boxPulseLeftMs - dtMs) };
  const rushed = seen.toRush > 0 ? { ...finishStroke(seen, dice), toRush: seen.toRush - 1 } : seen;
  const worked = isRunning ? run(rushed, dtMs, dice) : rushed;
  const changed = changeFilm(worked, dtMs);
  const chance = stepChance(changed.conditions.chance, { happenings: HAPPENINGS, isRunning, dtMs }, dice);
  const felt = withDrive(changed, { dtMs, isRunning }, dice);
  const conditions = watchPackingLine({ ...felt.conditions, chance }, { ...felt, isRunning });
  return { ...felt, conditions, random: dice.state() };
}

export function activityOfPackingLine({ conditions, filmChangeLeftMs }: PackingLine): Activity {
  const activity = activityOf(conditions, PACKING_LINE_ALARMS);
  return activity === "running" && filmChangeLeftMs > 0 ? "set-up" : activity;
}

export function performOnPackingLine(line: PackingLine, deed: Deed): Result<PackingLine, string> {
  switch (deed.kind) {
    case "count":
      return accept({ ...line, toRush: line.toRush + Math.ceil(deed.parts / PACKS_PER_STROKE) });
    case "counter":
      return accept({ ...line, packCount: counted(deed.to, 0, UINT16) });
    case "wear": {
      const worn = wornPart(PARTS, deed);
      if (!worn.ok) return worn;
      const { part, wear } = worn.value;
      return accept(part === "bearing" ? { ...line, bearingWear: wear } : { ...line, sealWear: wear });
    }
    case "drive":
    case "material":
    case "alarm":
    case "chance": {
      const conditions = changeConditions(line.conditions, deed, PACKING_LINE_ALARMS);
      return conditions.ok ? accept({ ...line, conditions: conditions.value }) : conditions;
    }
    default:
      return unreachable(deed);
  }
}

function run(line: PackingLine, dtMs: number, dice: Dice): PackingLine {
  let next = { ...line, strokeElapsedMs: line.strokeElapsedMs + dtMs };
  while (next.strokeElapsedMs >= next.strokeMs && next.strokesOfFilm > 0) {
    const strokeElapsedMs = next.strokeElapsedMs - next.strokeMs;
    next = { ...finishStroke(next, dice), strokeElapsedMs, strokeMs: jitteredMs(STROKE_MS, 0.03, dice) };
  }
  return next;
}

/** The counter takes all packs of a stroke at once; a reject never reaches the box. */
function finishStroke(line: PackingLine, dice: Dice): PackingLine {
  const isReject = dice.uniform() < 0.02 + 0.2 * line.sealWear ** 4;
  const boxed = line.packsInBox + PACKS_PER_STROKE - (isReject ? 1 : 0);
  const isBoxFull = boxed >= PACKS_PER_BOX;
  return {
    ...line,
    strokesOfFilm: Math.max(0, line.strokesOfFilm - 1),
    packCount: counted(line.packCount, PACKS_PER_STROKE, UINT16),
    rejectCount: counted(line.rejectCount, isReject ? 1 : 0, UINT16),
    made: line.made + PACKS_PER_STROKE,
    scrap: line.scrap + (isReject ? 1 : 0),
    packsInBox: isBoxFull ? boxed - PACKS_PER_BOX : boxed,
    boxCount: counted(line.boxCount, isBoxFull ? 1 : 0, UINT16),
    boxPulseLeftMs: isBoxFull ? BOX_PULSE_MS : line.boxPulseLeftMs,
  };
}

function changeFilm(line: PackingLine, dtMs: number): PackingLine {
  if (line.filmChangeLeftMs > 0) {
    const leftMs = line.filmChangeLeftMs - dtMs;
    if (leftMs > 0) return { ...line, filmChangeLeftMs: leftMs };
    return { ...line, filmChangeLeftMs: 0, strokesOfFilm: STROKES_PER_ROLL };
  }
  return line.strokesOfFilm > 0 ? line : { ...line, filmChangeLeftMs: FILM_CHANGE_MS };
}

function withDrive(
  line: PackingLine,
  { dtMs, isRunning }: { readonly dtMs: number; readonly isRunning: boolean },
  dice: Dice,
): PackingLine {
  const packsPerMinute = isRunning ? (60_000 / line.strokeMs) * PACKS_PER_STROKE : 0;
  const motorTargetC = isRunning ? 48 + frictionHeatC(line.bearingWear) : AMBIENT_C;
  return {
    ...line,
    packsPerMinute: towards(line.packsPerMinute, packsPerMinute, dtMs / SPEED_UP_MS),
    sealC: SEAL_C - 22 * line.sealWear + 0.6 * dice.normal(),
    motorC: towards(line.motorC, motorTargetC, dtMs / MOTOR_MS),
    bearingWear: isRunning ? wearBearing(line.bearingWear, dtMs, 0.4) : line.bearingWear,
    vibrationMmS: vibrationMmS(line.bearingWear, isRunning ? 0.5 : 0, dice),
  };
}
