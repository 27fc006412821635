import type { Instant } from "../../../shared/lib/clock.ts";
import { monotonicMs } from "../../../shared/lib/instant-before.ts";

export interface MeasuredOffset {
  /** MES clock minus station clock, uncertain by half a round trip. */
  readonly offsetMs: number;
  /** When it was measured: both clocks at one moment, of which nobody can set the monotonic one. */
  readonly at: Instant;
}

/** The offset of now: what somebody has put the station's clock forward since it was measured, it lies behind by (C2, C5). */
export function offsetNowMs(measured: MeasuredOffset | null, now: Instant): number | null {
  if (measured === null) return null;
  const { offsetMs, at } = measured;
  const shownMs = Date.parse(now.atUtc) - Date.parse(at.atUtc);
  const passedMs = monotonicMs(now) - monotonicMs(at);
  return Math.round(offsetMs - (shownMs - passedMs));
}
