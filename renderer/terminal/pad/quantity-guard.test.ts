import { describe, expect, test } from "vitest";
import { readQuantity } from "./quantity-guard.ts";

describe("UX 6.15 quantity guard", () => {
  test("a quantity up to twice what is left", () => {
    expect(readQuantity("18", 188)).toEqual({ kind: "quantity", quantity: 18 });
    expect(readQuantity("376", 188)).toEqual({ kind: "quantity", quantity: 376 });
    expect(readQuantity("377", 188)).toEqual({ kind: "doubtful", quantity: 377 });
  });

  test("more than six digits is a code whatever is left", () => {
    expect(readQuantity("123456", 1_000_000)).toEqual({ kind: "quantity", quantity: 123_456 });
    expect(readQuantity("1234567", 10_000_000)).toEqual({ kind: "looks-like-code" });
  });

  test("nothing and zero are no quantity", () => {
    expect(readQuantity("", 5)).toEqual({ kind: "empty" });
    expect(readQuantity("0", 5)).toEqual({ kind: "empty" });
  });

  test("a complete order leaves the decision to the station", () => {
    expect(readQuantity("3", 0)).toEqual({ kind: "quantity", quantity: 3 });
  });
});
