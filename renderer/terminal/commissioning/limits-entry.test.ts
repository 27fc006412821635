import { describe, expect, test } from "vitest";
import { entryOf, limitsOf, signTurned, suggestedLimits } from "./limits-entry.ts";

describe("limits of what is normal", () => {
  test("one end may stay open, both open is none, and the lower one is below the upper one", () => {
    expect(limitsOf({ low: "", high: "420.5" })).toEqual({ low: null, high: 420.5 });
    expect(limitsOf({ low: "-5", high: "5" })).toEqual({ low: -5, high: 5 });
    expect(limitsOf({ low: "", high: "" })).toBeUndefined();
    expect(limitsOf({ low: "5", high: "5" })).toBeNull();
    expect(limitsOf({ low: "-", high: "5" })).toBeNull();
  });

  test("what was saved is typed already", () => {
    expect(entryOf({ low: null, high: 7 })).toEqual({ low: "", high: "7" });
    expect(entryOf(undefined)).toEqual({ low: "", high: "" });
  });

  test("the machine's range is suggested as the value will be shown", () => {
    expect(suggestedLimits({ unit: null, range: { low: 200, high: 4_205 } }, 0.1)).toEqual({
      low: 20,
      high: 420.5,
    });
    expect(suggestedLimits({ unit: null, range: null }, 1)).toBeNull();
  });

  test("the sign is turned and turned back", () => {
    expect(signTurned(signTurned("5"))).toBe("5");
    expect(signTurned("")).toBe("-");
  });
});
