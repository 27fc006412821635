import type { Dice } from "./dice.ts";

/** A zone of an oven with its controller. */
export interface HeatedZone {
  readonly temperatureC: number;
  readonly setPointC: number;
  readonly powerPercent: number;
  /** What the controller has added up against the lasting deviation. */
  readonly integralPercent: number;
}

export interface ZoneSurroundings {
  readonly ambientC: number;
  readonly isDoorOpen: boolean;
  /** Mean of the neighbours; the zone exchanges air with them. */
  readonly neighboursC: number;
  /** 0: new, 1: burnt out. */
  readonly heaterWear: number;
}

const FULL_POWER_C_PER_S = 0.55;
const LOSS_CLOSED_S = 1_100;
const LOSS_OPEN_S = 160;
const EXCHANGE_S = 700;
const PERCENT_PER_C = 5;
const PERCENT_PER_C_S = 0.02;

export function coldZone(ambientC: number): HeatedZone {
  return { temperatureC: ambientC, setPointC: ambientC, powerPercent: 0, integralPercent: 0 };
}

/** Heats, loses and controls for a while. @param dtMs short against the minutes a zone takes */
export function stepZone(zone: HeatedZone, dtMs: number, around: ZoneSurroundings): HeatedZone {
  const dtS = dtMs / 1000;
  const errorC = zone.setPointC - zone.temperatureC;
  const wanted = PERCENT_PER_C * errorC + zone.integralPercent;
  const powerPercent = Math.max(0, Math.min(100, wanted));
  const isSaturated = wanted !== powerPercent;
  const integral = isSaturated ? zone.integralPercent : zone.integralPercent + PERCENT_PER_C_S * errorC * dtS;
  const heatC = (powerPercent / 100) * FULL_POWER_C_PER_S * (1 - around.heaterWear) * dtS;
  const lossS = around.isDoorOpen ? LOSS_OPEN_S : LOSS_CLOSED_S;
  const lossC = ((zone.temperatureC - around.ambientC) / lossS) * dtS;
  const mixedC = ((around.neighboursC - zone.temperatureC) / EXCHANGE_S) * dtS;
  return {
    ...zone,
    temperatureC: zone.temperatureC + heatC - lossC + mixedC,
    powerPercent,
    integralPercent: Math.max(0, Math.min(60, integral)),
  };
}

/** What its thermocouple tells: the temperature and a little noise. */
export function thermocoupleC(zone: HeatedZone, dice: Dice): number {
  return zone.temperatureC + 0.08 * dice.normal();
}
