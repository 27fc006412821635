import { describe, expect, test } from "vitest";
import { atPlantTime, plantTimeUtc } from "./at-plant-time.ts";

const YEAR_MS = 365 * 86_400_000;

describe("the time by which the MES computes", () => {
  test.each([
    ["a year ahead", "2027-11-23T09:00:00.000Z", -YEAR_MS],
    ["a year behind", "2025-11-23T09:00:00.000Z", YEAR_MS],
    ["at 1970", "1970-01-01T00:00:00.000Z", Date.UTC(2026, 10, 23, 9)],
  ])(
    "C2 C4 C5 of a station whose clock is %s it is what the MES's clock showed",
    (_what, atUtc, mesOffsetMs) => {
      expect(plantTimeUtc({ atUtc, mesOffsetMs })).toBe("2026-11-23T09:00:00.000Z");
    },
  );

  test("C4 seconds are left as they are, and so is what nobody knew to be wrong", () => {
    const atUtc = "2026-11-23T09:00:00.000Z";
    for (const mesOffsetMs of [null, 0, 29_999, -30_000]) {
      const entry = { atUtc, mesOffsetMs };
      expect(atPlantTime(entry)).toBe(entry);
    }
  });
});
