import { describe, expect, test } from "vitest";
import type { Instant } from "../../../shared/lib/clock.ts";
import { agedUtc } from "./aged-utc.ts";

const START = Date.UTC(2026, 10, 23, 9);
const YEAR_MS = 365 * 86_400_000;
const instant = (runMs: number, { jumpMs = 0, bootId = "boot-1" } = {}): Instant => ({
  atUtc: new Date(START + runMs + jumpMs).toISOString(),
  monoNs: String(BigInt(runMs) * 1_000_000n),
  bootId,
  clockState: "trusted",
});
const ageMs = (since: Instant, at: Instant) => Date.parse(at.atUtc) - Date.parse(agedUtc(since, at));

describe("an age on the screen", () => {
  test.each([YEAR_MS, -YEAR_MS, -START, 3_600_000, -3_600_000])(
    "C2 C3 is the time that went by, however the clock was set meanwhile: %i ms",
    (jumpMs) => {
      expect(ageMs(instant(0), instant(600_000, { jumpMs }))).toBe(600_000);
    },
  );

  test("without a jump it begins at the recorded time, to the millisecond", () => {
    expect(agedUtc(instant(0), instant(600_000, { jumpMs: 40 }))).toBe(instant(0).atUtc);
  });

  test("C7 over a boot there is the wall clock alone, and nothing lies in the future", () => {
    expect(ageMs(instant(0), instant(600_000, { bootId: "boot-2" }))).toBe(600_000);
    expect(ageMs(instant(0), instant(600_000, { bootId: "boot-2", jumpMs: -YEAR_MS }))).toBe(0);
  });
});
