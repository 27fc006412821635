import type { Instant } from "../../../shared/lib/clock.ts";

/**
 * MES clock minus station clock in milliseconds, taking the MES's reading to be from the middle of the exchange; the
 * error is at most half the round trip (I-19).
 *
 * @returns undefined when the monotonic clocks of the two readings may not be subtracted
 */
export function estimateMesOffsetMs(
  sent: Instant,
  received: Instant,
  mesTimeUtc: string,
): number | undefined {
  if (sent.bootId !== received.bootId) return undefined;
  const roundTripMs = Number(BigInt(received.monoNs) - BigInt(sent.monoNs)) / 1e6;
  const middleMs = Date.parse(received.atUtc) - roundTripMs / 2;
  return Math.round(Date.parse(mesTimeUtc) - middleMs);
}
