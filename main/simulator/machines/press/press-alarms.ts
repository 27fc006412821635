import { VIBRATION_ALARM_MM_S } from "../../physics/bearing.ts";
import { type AlarmBook, type Conditions, withAlarm } from "../conditions.ts";

const TRIP_MM_S = VIBRATION_ALARM_MM_S * 1.4;

export const PRESS_ALARMS: AlarmBook = [
  { code: "die-worn", number: 120, text: "Die: re-grind due", isFault: false },
  { code: "oil-warm", number: 131, text: "Hydraulic oil above 60 °C", isFault: false },
  { code: "light-curtain", number: 401, text: "Light curtain interrupted", isFault: true },
  { code: "die-protection", number: 402, text: "Die protection: strip misfed", isFault: true },
  { code: "overload", number: 403, text: "Press force above limit", isFault: true },
  { code: "main-bearing", number: 404, text: "Main bearing vibration above limit", isFault: true },
];

export interface SensedPress {
  readonly dieWear: number;
  readonly oilC: number;
  readonly vibrationMmS: number;
}

/** Alarms the controller raises from what it senses. A fault stays until it is cleared, as its cause may come again. */
export function watchPress(conditions: Conditions, sensed: SensedPress): Conditions {
  const worn = withAlarm(conditions, "die-worn", sensed.dieWear > 0.9);
  const warm = withAlarm(worn, "oil-warm", sensed.oilC > 60);
  return sensed.vibrationMmS > TRIP_MM_S ? withAlarm(warm, "main-bearing", true) : warm;
}
