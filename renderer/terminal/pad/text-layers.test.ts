import { describe, expect, test } from "vitest";
import { lettersOf } from "./text-layers.ts";

const layers = (["small", "capital", "signs"] as const).map(lettersOf);

describe("keys for letters", () => {
  test("every printable sign of ASCII can be entered: a password of a machine may hold any", () => {
    const all = new Set(layers.flat(2));
    const printable = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));
    expect(printable.filter((sign) => !all.has(sign))).toEqual([]);
  });

  test("each layer has the same places, and no sign twice", () => {
    for (const rows of layers) {
      expect(rows.map(({ length }) => length)).toEqual([10, 11, 11, 9]);
      expect(new Set(rows.flat()).size).toBe(41);
    }
  });
});
