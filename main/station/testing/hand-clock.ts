import type { Clock } from "../../../shared/lib/clock.ts";

/** A clock whose three hands are set by the test. */
export function handClock() {
  const hands = { wallMs: Date.UTC(2026, 10, 23, 6), monoMs: 5_000, bootId: "boot-1" };
  const clock: Clock = {
    now: () => ({
      atUtc: new Date(hands.wallMs).toISOString(),
      monoNs: String(BigInt(hands.monoMs) * 1_000_000n),
      bootId: hands.bootId,
      clockState: "trusted",
    }),
  };
  return { hands, clock };
}
