import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "./clock.ts";
import { durationBetween } from "./duration.ts";

const at = (atUtc: string, monoMs: number, bootId = "boot-1"): Instant => ({
  atUtc,
  monoNs: String(BigInt(monoMs) * 1_000_000n),
  bootId,
  clockState: "trusted",
});

describe("duration", () => {
  test("I-20 within one boot only the monotonic clock counts, also when the wall clock was set back an hour", () => {
    const from = at("2026-10-25T03:30:00.000Z", 1_000);
    const to = at("2026-10-25T02:30:05.000Z", 6_000);
    expect(durationBetween(from, to)).toEqual({ ms: 5_000, estimated: false });
  });

  test("I-20 across boots it is the wall difference, flagged", () => {
    const from = at("2026-11-23T06:00:00.000Z", 9_000_000, "boot-1");
    const to = at("2026-11-23T06:10:00.000Z", 1_000, "boot-2");
    expect(durationBetween(from, to)).toEqual({ ms: 600_000, estimated: true });
  });

  const instants = fc
    .record({
      wallMs: fc.integer({ min: 0, max: 4_102_444_800_000 }),
      monoMs: fc.integer({ min: 0, max: 1e12 }),
      boot: fc.constantFrom("boot-1", "boot-2"),
    })
    .map(({ wallMs, monoMs, boot }) => at(new Date(wallMs).toISOString(), monoMs, boot));

  test("C3 I-20 it is never negative, whatever the clocks did", () => {
    fc.assert(fc.property(instants, instants, (from, to) => durationBetween(from, to).ms >= 0));
  });
});
