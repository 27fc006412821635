import { createIntl, createIntlCache } from "react-intl";
import { describe, expect, test } from "vitest";
import { machineStates } from "../../../shared/domain/machines/machine-state.ts";
import { type Language, languages } from "../../../shared/domain/people/localized-text.ts";
import { roleSchema } from "../../../shared/domain/people/person.ts";
import { refusalCodes } from "../../../shared/domain/refusal.ts";
import { scanOutcomes } from "../../../shared/domain/scan-outcome.ts";
import { catalogs, type MessageKey } from "./catalog.ts";

const keys = Object.keys(catalogs.en) as MessageKey[];
const cache = createIntlCache();

/** Formats as the screens do. @returns what went wrong instead of a sentence that is incomplete */
function format(
  language: Language,
  key: MessageKey,
  values: Record<string, string | number>,
): string | Error {
  let failure: Error | undefined;
  const intl = createIntl(
    { locale: language, messages: catalogs[language], onError: (error) => (failure = error) },
    cache,
  );
  const text = intl.formatMessage({ id: key }, values);
  return failure ?? text;
}

/** Every name in braces; single words of a plural branch are among them, so a superset of the placeholders. */
function candidates(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ""))];
}

const sample = (names: readonly string[], count: number) =>
  Object.fromEntries(names.map((name) => [name, count]));

/** The names without which the sentence cannot be said. */
function placeholders(language: Language, key: MessageKey): readonly string[] {
  const names = candidates(catalogs[language][key]);
  const needed = names.filter((left) => {
    const others = names.filter((name) => name !== left);
    return format(language, key, sample(others, 5)) instanceof Error;
  });
  return needed.sort();
}

describe("UX 6.24 every language says everything", () => {
  test.each(languages)("%s has exactly the keys of English, none empty", (language) => {
    expect(Object.keys(catalogs[language]).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => catalogs[language][key].trim() === "")).toEqual([]);
  });

  test.each(languages)("%s can be formatted for every count", (language) => {
    const broken = keys.filter((key) =>
      [0, 1, 2, 5, 22, 1_000_000].some(
        (count) => format(language, key, sample(candidates(catalogs[language][key]), count)) instanceof Error,
      ),
    );
    expect(broken).toEqual([]);
  });

  test.each(languages.filter((language) => language !== "en"))(
    "%s needs the same values as English",
    (language) => {
      const different = keys.filter(
        (key) => placeholders(language, key).join() !== placeholders("en", key).join(),
      );
      expect(different).toEqual([]);
    },
  );

  test("Polish distinguishes one, few, many and other wherever it counts", () => {
    const counting = keys.filter((key) => catalogs.pl[key].includes(", plural,"));
    const incomplete = counting.filter((key) =>
      ["one", "few", "many", "other"].some((form) => !catalogs.pl[key].includes(` ${form} {`)),
    );
    expect(counting.length).toBeGreaterThan(10);
    expect(incomplete).toEqual([]);
  });

  test("Polish counts pieces as Poles do", () => {
    const pieces = [1, 2, 5, 12, 22, 25].map((count) => format("pl", "home.check-in", { count }));
    expect(pieces).toEqual([
      "za 1 sztukę",
      "za 2 sztuki",
      "za 5 sztuk",
      "za 12 sztuk",
      "za 22 sztuki",
      "za 25 sztuk",
    ]);
  });
});

describe("closed lists have their sentence in every language", () => {
  const verdicts = ["done", "shown", "duplicate", "wrong", "blocked", "ambiguous", "unknown"];
  const lists: Readonly<Record<string, readonly string[]>> = {
    refusal: refusalCodes,
    scan: scanOutcomes,
    role: roleSchema.options,
    state: machineStates,
    verdict: verdicts,
    device: ["machine", "scanner", "gauge", "ok", "connecting", "lost", "off"],
    help: ["lead", "material", "maintenance", "quality", "tooling", "safety"],
    language: languages,
  };
  const expected = Object.entries(lists).flatMap(([area, names]) => names.map((name) => `${area}.${name}`));

  test.each(languages)("%s", (language) => {
    const known: readonly string[] = Object.keys(catalogs[language]);
    expect(expected.filter((key) => !known.includes(key))).toEqual([]);
  });

  test.each(languages)("%s: no two verdicts and no two states share a word", (language) => {
    const words = (area: string, names: readonly string[]) =>
      names.map((name) => catalogs[language][`${area}.${name}` as MessageKey]);
    expect(new Set(words("verdict", verdicts)).size).toBe(verdicts.length);
    expect(new Set(words("state", machineStates)).size).toBe(machineStates.length);
  });
});
