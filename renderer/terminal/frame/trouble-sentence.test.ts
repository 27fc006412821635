import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../../../shared/domain/people/localized-text.ts";
import { lineFaults } from "../../../shared/screen/sync-trouble.ts";
import { catalogs } from "../text/catalog.ts";
import { plantTime } from "../text/plant-time.ts";
import { troubleSentence } from "./trouble-sentence.ts";

function wordingOf(language: Language, nowUtc: string) {
  const intl = createIntl({ locale: language, messages: catalogs[language] });
  return {
    t: (id: string, values?: Readonly<Record<string, string | number>>) => intl.formatMessage({ id }, values),
    time: plantTime(language, "UTC"),
    nowMs: Date.parse(nowUtc),
  };
}

describe.each(languages)("in %s", (language) => {
  test("C1 a certificate that is not valid yet is explained by the clock of the computer, which shows no time of its own", () => {
    const words = troubleSentence(
      "certificate-early",
      { clockOffMs: 0 },
      wordingOf(language, "2026-11-23T10:42:00Z"),
    );
    expect(words).toContain("MES");
    expect(words).not.toMatch(/10[:.]42|2026/); // what the station believes, and not what the certificate is judged by
  });

  test("C4 how far the clocks are apart is said without a second that went by on the way", () => {
    const wording = wordingOf(language, "2026-11-23T10:00:00Z");
    expect(troubleSentence("clock", { clockOffMs: -31_535_999_940 }, wording)).toContain("365");
  });

  test("M1 each fault of the line has a sentence of its own, also on the chip", () => {
    const wording = wordingOf(language, "2026-11-23T10:00:00Z");
    expect(new Set(lineFaults.map((fault) => troubleSentence(fault, { clockOffMs: 0 }, wording))).size).toBe(
      lineFaults.length,
    );
    expect(new Set(lineFaults.map((fault) => wording.t(`sync.trouble.${fault}`))).size).toBe(
      lineFaults.length,
    );
  });
});
