import { VIBRATION_ALARM_MM_S } from "../../physics/bearing.ts";
import type { HeatedZone } from "../../physics/heated-zone.ts";
import { type AlarmBook, type Conditions, withAlarm } from "../conditions.ts";

/** Its number is the alarm's bit in the alarm word. */
export const OVEN_ALARMS: AlarmBook = [
  { code: "zone-low", number: 0, text: "A zone does not reach its set point", isFault: false },
  { code: "fan-vibration", number: 1, text: "Circulation fan vibration high", isFault: false },
  { code: "over-temperature", number: 2, text: "Over-temperature", isFault: true },
  { code: "heater-failed", number: 3, text: "Heater failed", isFault: true },
  { code: "door-fault", number: 4, text: "Door not closed", isFault: true },
];

const OVER_C = 15;
const LOW_C = 12;

export interface SensedOven {
  readonly isSoaking: boolean;
  readonly isFanTurning: boolean;
  readonly zones: readonly HeatedZone[];
  readonly vibrationMmS: number;
}

/** Alarms the controller raises from what it senses. Over-temperature stays until it is cleared. */
export function watchOven(conditions: Conditions, sensed: SensedOven): Conditions {
  const { isSoaking, isFanTurning, zones, vibrationMmS } = sensed;
  const isOver = isSoaking && zones.some((zone) => zone.temperatureC > zone.setPointC + OVER_C);
  const isLow = isSoaking && zones.some((zone) => zone.temperatureC < zone.setPointC - LOW_C);
  const hot = isOver ? withAlarm(conditions, "over-temperature", true) : conditions;
  const low = withAlarm(hot, "zone-low", isLow);
  return isFanTurning ? withAlarm(low, "fan-vibration", vibrationMmS > VIBRATION_ALARM_MM_S) : low;
}
