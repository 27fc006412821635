import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { lineFaults } from "../../../shared/screen/sync-trouble.ts";
import { catalogs } from "../text/catalog.ts";
import type { Text } from "../text/use-text.ts";
import { troubleInFull, troubleSentence } from "./trouble-sentence.ts";

const noneOff = { clockOffMs: 0 };

describe.each(languages)("in %s", (language) => {
  const intl = createIntl({ locale: language, messages: catalogs[language] });
  const t: Text = (id, values) => intl.formatMessage({ id }, values);

  test("C1 a certificate that is not valid yet is explained by the clock of the computer, which shows no time of its own", () => {
    const words = troubleInFull("certificate-early", noneOff, t);
    expect(words).toContain("MES");
    expect(words).not.toMatch(/\d/); // what the station believes is not what the certificate is judged by
  });

  test("C4 how far the clocks are apart is said without a second that went by on the way", () => {
    expect(troubleSentence("clock", { clockOffMs: -31_535_999_940 }, t)).toContain("365");
  });

  test("M1 each fault of the line has a sentence of its own, also on the chip", () => {
    const sentences = lineFaults.map((fault) => troubleInFull(fault, noneOff, t));
    expect(new Set(sentences).size).toBe(lineFaults.length);
    expect(new Set(lineFaults.map((fault) => t(`sync.trouble.${fault}`))).size).toBe(lineFaults.length);
  });

  test("M1 N9 in the sync list it also says what IT looks at first", () => {
    for (const trouble of [...lineFaults, "unknown-mes"] as const)
      expect(troubleInFull(trouble, noneOff, t)).toContain("IT: ");
  });
});
