import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { refusalCodes } from "../../../shared/domain/refusal.ts";
import { scanOutcomes } from "../../../shared/domain/scan-outcome.ts";
import { scanView } from "../testing/scan-view.ts";
import { catalogs } from "../text/catalog.ts";
import type { Text } from "../text/use-text.ts";
import { refusalSentence } from "./refusal-sentence.ts";
import { scanSentence } from "./scan-sentence.ts";

const textIn = (language: (typeof languages)[number]): Text => {
  const intl = createIntl({
    locale: language,
    messages: catalogs[language],
    onError: (error) => {
      throw error;
    },
  });
  return (key, values) => intl.formatMessage({ id: key }, values);
};
const words = {
  instant: () => "09:58",
  amount: (amount: string, unit: string) => `${amount} ${unit || "pcs"}`,
};

describe.each(languages)("sentences in %s", (language) => {
  const t = textIn(language);

  test("a lot for an order that needs nothing more is not told what is needed", () => {
    const details = { lot: "88213", item: "Ring 40" };
    const sentence = (needed: object) =>
      scanSentence(scanView({ outcome: "lot-wrong-item", details: { ...details, ...needed } }), t, words);
    expect(sentence({})).toMatch(/88213.*Ring 40.*\.$/);
    expect(sentence({})).not.toBe(sentence({ needed: "Pin 8" }).replace("Pin 8", "").trim());
  });

  test.each(scanOutcomes)("a scan that brought no details still has a sentence: %s", (outcome) => {
    const sentence = scanSentence(scanView({ outcome }), t, words);
    expect(sentence).not.toBe("");
    expect(sentence).not.toMatch(/[{}]| {2}/);
  });

  test.each(refusalCodes)("a refusal that brought no details still has a sentence: %s", (code) => {
    const sentence = refusalSentence({ code, details: {} }, t);
    expect(sentence).not.toBe("");
    expect(sentence).not.toMatch(/[{}]| {2}/);
  });
});

test("instants are written as the plant's clock, not as ISO text", () => {
  const details = { lot: "88213", item: "Ring 40", atUtc: "2026-06-10T07:58:00.000Z" };
  const sentence = scanSentence(scanView({ outcome: "lot-already-loaded", details }), textIn("en"), words);
  expect(sentence).toBe("Lot 88213 Ring 40 is loaded already, since 09:58");
});

test("the station's figures stand in its refusal", () => {
  const refusal = { code: "quantity-too-large", details: { left: "188" } } as const;
  expect(refusalSentence(refusal, textIn("en"))).toContain("188 left");
});

test("a unit that ends in a point ends the sentence with it", () => {
  const details = { lot: "70002", item: "Bar 12", quantity: "100", unit: "szt.", former: "70001" };
  const sentence = scanSentence(scanView({ outcome: "lot-changed", details }), textIn("pl"), words);
  expect(sentence).toBe("Partia 70002 Bar 12, 100 szt. Partia 70001 kończy się tutaj");
});

test("one piece is said as one", () => {
  const refusal = { code: "more-than-good", details: { left: "1", order: "9030" } } as const;
  expect(refusalSentence(refusal, textIn("en"))).toBe("Only 1 good piece of order 9030 is not packed yet.");
});
