import { type BearingWear, VIBRATION_ALARM_MM_S, VIBRATION_WARNING_MM_S } from "../../physics/bearing.ts";
import type { EdgeWear } from "../../physics/cutting-edge.ts";
import { type AlarmBook, type Conditions, withAlarm } from "../conditions.ts";

export const LATHE_ALARMS: AlarmBook = [
  { code: "coolant-low", number: 700_210, text: "Coolant level low", isFault: false },
  { code: "spindle-vibration", number: 700_315, text: "Spindle vibration high", isFault: false },
  { code: "insert-worn", number: 700_120, text: "Tool T4: end of life reached", isFault: false },
  { code: "door-open", number: 510_001, text: "Working area door open", isFault: true },
  { code: "chip-jam", number: 510_220, text: "Chip conveyor jammed", isFault: true },
  { code: "spindle-bearing", number: 300_508, text: "Spindle drive: bearing seized", isFault: true },
];

export interface SensedLathe {
  readonly isTurning: boolean;
  readonly vibrationMmS: number;
  readonly edgeWear: EdgeWear;
  readonly bearingWear: BearingWear;
}

/** Alarms the controller raises from what it senses; it takes those back that are no longer true. */
export function watchLathe(conditions: Conditions, sensed: SensedLathe): Conditions {
  const { isTurning, vibrationMmS, edgeWear, bearingWear } = sensed;
  const isShaking = conditions.alarms.includes("spindle-vibration");
  const limitMmS = isShaking ? VIBRATION_WARNING_MM_S : VIBRATION_ALARM_MM_S;
  const shaken = isTurning ? withAlarm(conditions, "spindle-vibration", vibrationMmS > limitMmS) : conditions; // a spindle at rest says nothing about its bearing
  const used = withAlarm(shaken, "insert-worn", edgeWear >= 1);
  return withAlarm(used, "spindle-bearing", bearingWear >= 1);
}
