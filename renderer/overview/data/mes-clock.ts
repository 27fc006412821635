/** A time the MES stated, and the monotonic instant at which this browser learned it. */
export interface MesInstant {
  readonly asOfUtc: string;
  readonly receivedAtMs: number;
}

/**
 * The MES's present, in epoch ms. Ages are computed on this clock: the wall clock of an office PC or a television may
 * be minutes off, and a wrong age is worse than none.
 */
export function mesNowMs(instant: MesInstant, monotonicNowMs: number): number {
  return Date.parse(instant.asOfUtc) + Math.max(0, monotonicNowMs - instant.receivedAtMs);
}

/** Age in ms on the MES clock; never negative, because a station's clock may run ahead of the MES. */
export function ageMs(utc: string, nowMs: number): number {
  return Math.max(0, nowMs - Date.parse(utc));
}
