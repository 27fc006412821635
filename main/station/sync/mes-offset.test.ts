import { describe, expect, test } from "vitest";
import { offsetNowMs } from "./mes-offset.ts";

const YEAR_MS = 365 * 86_400_000;
const wallMs = Date.UTC(2026, 10, 23, 9);
const measured = { offsetMs: 40, at: { wallMs, uptimeMs: 1_000 } };
const later = (ms: number, jumpMs: number) => ({ wallMs: wallMs + ms + jumpMs, uptimeMs: 1_000 + ms });

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
