import { describe, expect, test } from "vitest";
import type { Instant } from "../../../shared/lib/clock.ts";
import { offsetNowMs } from "./mes-offset.ts";

const YEAR_MS = 365 * 86_400_000;
const wallMs = Date.UTC(2026, 10, 23, 9);
const later = (ms: number, jumpMs: number): Instant => ({
  atUtc: new Date(wallMs + ms + jumpMs).toISOString(),
  monoNs: String((1_000 + ms) * 1_000_000),
  bootId: "boot-1",
  clockState: "trusted",
});
const measured = { offsetMs: 40, at: later(0, 0) };

describe("the offset to the MES", () => {
  test("C4 stays as it was measured while the clock runs on", () => {
    expect(offsetNowMs(measured, later(25_000, 0))).toBe(40);
    expect(offsetNowMs(null, later(25_000, 0))).toBeNull();
  });

  test("C2 C3 C5 whoever puts the clock forward or back is seen at once, with or without the MES", () => {
    for (const jumpMs of [YEAR_MS, -YEAR_MS, -wallMs, 3_600_000])
      expect(offsetNowMs(measured, later(5_000, jumpMs))).toBe(40 - jumpMs);
  });
});
