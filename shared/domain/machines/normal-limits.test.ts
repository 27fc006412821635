import { describe, expect, test } from "vitest";
import { beyondLimits } from "./normal-limits.ts";

describe("MM-13 limits of what is normal", () => {
  test("MM-13 a value at its limit is inside; an open end has none", () => {
    const limits = { low: 35, high: 65 };
    expect([34.9, 35, 65, 65.1].map((value) => beyondLimits(value, limits))).toEqual([
      "low",
      null,
      null,
      "high",
    ]);
    expect(beyondLimits(-1e9, { low: null, high: 65 })).toBeNull();
    expect(beyondLimits(1e9, { low: 35, high: null })).toBeNull();
  });

  test("MM-13 what is no number, or has no limits, is not judged", () => {
    expect(beyondLimits("O1234", { low: 0, high: 1 })).toBeNull();
    expect(beyondLimits(null, { low: 0, high: 1 })).toBeNull();
    expect(beyondLimits(7, null)).toBeNull();
  });
});
