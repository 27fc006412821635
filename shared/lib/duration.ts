import type { Instant } from "./clock.ts";

export interface Duration {
  readonly ms: number;
  /** The boots differ, so this is a wall-clock difference (I-20). */
  readonly estimated: boolean;
}

/** Time between two readings: monotonic within one boot, else the wall difference, flagged; never negative. */
export function durationBetween(from: Instant, to: Instant): Duration {
  if (from.bootId === to.bootId) {
    const ns = BigInt(to.monoNs) - BigInt(from.monoNs);
    return { ms: ns > 0n ? Number(ns / 1_000_000n) : 0, estimated: false };
  }
  return { ms: Math.max(0, Date.parse(to.atUtc) - Date.parse(from.atUtc)), estimated: true };
}
