import { expect, test } from "vitest";
import { chooseLanguage } from "./choose-language.ts";

test("U24 the stored choice wins, then the browser's order, then English", () => {
  expect(chooseLanguage("da", ["pl", "de"])).toBe("da");
  expect(chooseLanguage(null, ["fr-FR", "de-AT", "en"])).toBe("de");
  expect(chooseLanguage("tlh", ["PL"])).toBe("pl");
  expect(chooseLanguage(null, ["ja"])).toBe("en");
});
