import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainWords } from "./plain-words.ts";

describe("plain words", () => {
  test.each([
    ["a zero byte", "Chip\u0000jam", "Chip jam"],
    ["lines and tabs", " Chip\r\n\tjam ", "Chip jam"],
    ["an escape sequence", "\u001B[31mred", "[31mred"],
    ["a turned direction", "Axis \u202Emaj\u202C", "Axis maj"],
    ["what people write", "Späne: Förderer läuft nicht – prüfen!", "Späne: Förderer läuft nicht – prüfen!"],
  ])("U10 of a text with %s the words stay", (_what, given, wanted) => {
    expect(plainWords(given, 200)).toBe(wanted);
  });

  test("U10 whatever comes is short, one line and well formed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.integer({ min: 0, max: 60 }),
        (text, longest) => {
          const words = plainWords(text, longest);
          expect(words.length).toBeLessThanOrEqual(longest);
          expect(words).not.toMatch(/\p{Cs}/u); // half a pair of surrogates
          expect(words).not.toMatch(/[\p{Cc}\u202E]/u);
        },
      ),
    );
  });
});
