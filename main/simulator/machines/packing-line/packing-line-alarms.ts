import { type BearingWear, VIBRATION_ALARM_MM_S } from "../../physics/bearing.ts";
import { type AlarmBook, type Conditions, withAlarm } from "../conditions.ts";

const COLD_C = 130;

/** Its number is the alarm's bit in the alarm word. */
export const PACKING_LINE_ALARMS: AlarmBook = [
  { code: "film-break", number: 0, text: "Film broken", isFault: true },
  { code: "guard-open", number: 1, text: "Guard door open", isFault: true },
  { code: "motor-overload", number: 2, text: "Conveyor motor overload", isFault: true },
  { code: "seal-cold", number: 3, text: "Sealing bar too cold", isFault: false },
  { code: "ribbon-low", number: 4, text: "Printer ribbon low", isFault: false },
  { code: "bearing-noise", number: 5, text: "Conveyor bearing vibration high", isFault: false },
];

export interface SensedPackingLine {
  readonly isRunning: boolean;
  readonly vibrationMmS: number;
  readonly bearingWear: BearingWear;
  readonly sealC: number;
}

/** Alarms the controller raises from what it senses; it takes those back that are no longer true. */
export function watchPackingLine(conditions: Conditions, sensed: SensedPackingLine): Conditions {
  const heard = sensed.isRunning
    ? withAlarm(conditions, "bearing-noise", sensed.vibrationMmS > VIBRATION_ALARM_MM_S)
    : conditions;
  const driven = withAlarm(heard, "motor-overload", sensed.bearingWear >= 1);
  return withAlarm(driven, "seal-cold", sensed.sealC < COLD_C);
}
