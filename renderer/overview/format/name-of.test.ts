import { expect, test } from "vitest";
import { intlOf } from "../testing/intl-of.ts";
import { nameOf } from "./name-of.ts";

const chips = { code: "P-CHIPS", name: { en: "Chips in conveyor", de: "Späne im Förderer" } };

test("U24 a code has its name in the reader's language, else in English, else its own", () => {
  expect(nameOf(intlOf("de"), chips)).toBe("Späne im Förderer");
  expect(nameOf(intlOf("pl"), chips)).toBe("Chips in conveyor");
  expect(nameOf(intlOf("de"), { code: "P-GONE", name: null })).toBe("P-GONE");
});
