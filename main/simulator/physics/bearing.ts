import type { Dice } from "./dice.ts";

/** 0: new, 1: seized. */
export type BearingWear = number;

/** ISO 20816-3, machines of medium size on a stiff base: above it a machine is not meant to run for long. */
export const VIBRATION_WARNING_MM_S = 4.5;
/** ISO 20816-3: above it damage is to be expected. */
export const VIBRATION_ALARM_MM_S = 7.1;

const RATED_LIFE_MS = 6_000 * 3_600_000;

/** Fatigue: life falls with the cube of the load (ISO 281). A damaged raceway damages itself further. */
export function wearBearing(wear: BearingWear, runningMs: number, loadShare: number): BearingWear {
  const fatigue = (runningMs / RATED_LIFE_MS) * (0.3 + loadShare) ** 3;
  const spalling = wear > 0.6 ? (runningMs / 7_200_000) * (wear - 0.6) : 0;
  return Math.min(1, wear + fatigue + spalling);
}

/** RMS of the vibration velocity while it turns: flat for most of the life, then it rises ever faster. */
export function vibrationMmS(wear: BearingWear, speedShare: number, dice: Dice): number {
  const meanMmS =
    speedShare === 0 ? 0.08 : 0.5 + 0.8 * speedShare + 11 * wear ** 4 * (0.4 + 0.6 * speedShare);
  return Math.max(0, meanMmS * (1 + 0.05 * dice.normal()));
}

/** Heat of friction above that of a new bearing. */
export function frictionHeatC(wear: BearingWear): number {
  return 35 * wear ** 3;
}
