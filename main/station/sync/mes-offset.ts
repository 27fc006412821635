import { uptime } from "node:os";

/** Both at one moment. The uptime of the computer only grows, also while it sleeps, and nobody can set it. */
export interface ClockReading {
  readonly wallMs: number;
  readonly uptimeMs: number;
}

export interface MeasuredOffset {
  /** MES clock minus station clock, uncertain by half a round trip. */
  readonly offsetMs: number;
  /** When it was measured. */
  readonly at: ClockReading;
}

export function systemUptimeMs(): number {
  return Math.round(uptime() * 1000);
}

/** The offset of now: what somebody has put the station's clock forward since it was measured, it lies behind by (C2, C5). */
export function offsetNowMs(measured: MeasuredOffset | null, now: ClockReading): number | null {
  if (measured === null) return null;
  const { offsetMs, at } = measured;
  return Math.round(offsetMs - (now.wallMs - at.wallMs - (now.uptimeMs - at.uptimeMs)));
}
