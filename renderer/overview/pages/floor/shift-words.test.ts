import { describe, expect, test } from "vitest";
import { intlOf } from "../../testing/intl-of.ts";
import { shiftWords } from "./shift-words.ts";

const early = { kind: "shift", name: { en: "Early", pl: "Ranna" }, from: "06", to: "14" } as const;

describe("words of the shift", () => {
  test("MS-24 name and hours in the reader's language, its break, or that there is none", () => {
    expect(shiftWords(intlOf("pl"), { ...early, isBreak: false })).toBe("Ranna 06–14");
    expect(shiftWords(intlOf("de"), { ...early, isBreak: true })).toBe("Early: Pause");
    expect(shiftWords(intlOf("da"), { kind: "no-shift" })).toBe("Ingen skift");
  });
});
