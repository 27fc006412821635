import type { Instant } from "./clock.ts";

/** The instant so many whole milliseconds earlier, on both clocks; the monotonic one never before its own zero. */
export function instantBefore(at: Instant, ms: number): Instant {
  const ns = BigInt(at.monoNs) - BigInt(ms) * 1_000_000n;
  return {
    ...at,
    atUtc: new Date(Date.parse(at.atUtc) - ms).toISOString(),
    monoNs: String(ns > 0n ? ns : 0n),
  };
}

/** Monotonic milliseconds of an instant, for subtracting within one boot. */
export function monotonicMs(at: Instant): number {
  return Number(BigInt(at.monoNs) / 1_000n) / 1_000;
}
