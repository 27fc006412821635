import { describe, expect, test } from "vitest";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { localeMessages } from "./locale-messages.ts";

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? "").toSorted();

describe("U24 locales of the browser pages", () => {
  test.each(languages)("U24 %s has exactly the keys of en, none empty", (language) => {
    expect(Object.keys(localeMessages[language])).toEqual(Object.keys(localeMessages.en));
    expect(Object.values(localeMessages[language]).filter((text) => text.trim() === "")).toEqual([]);
  });

  test.each(languages)("U24 %s uses the same placeholders as en", (language) => {
    const own = Object.entries(localeMessages[language]).map(([id, text]) => [id, placeholders(text)]);
    const english = Object.entries(localeMessages.en).map(([id, text]) => [id, placeholders(text)]);
    expect(own).toEqual(english);
  });
});
