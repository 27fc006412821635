import { describe, expect, test } from "vitest";
import { eventSchemas } from "../../../shared/domain/event.ts";
import { helpCategory } from "../../../shared/domain/people/events.ts";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { disposition } from "../../../shared/domain/quality/events.ts";
import { attentionSchema } from "../../../shared/protocol/attention.ts";
import { importFaults, importKinds } from "../../../shared/protocol/import-report.ts";
import { parkingCodeSchema, rejectionCodeSchema } from "../../../shared/protocol/messages.ts";
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

  test.each(languages)("U24 %s has a word for every code that the MES may send", (language) => {
    const codes = [
      ...Object.keys(eventSchemas).map((type) => `event.${type}`),
      ...[...rejectionCodeSchema.options, ...parkingCodeSchema.options].map((code) => `code.${code}`),
      ...disposition.options.map((code) => `detail.disposition.${code}`),
      ...helpCategory.options.map((category) => `help.${category}`),
      ...importFaults.map((fault) => `import.fault.${fault}`),
      ...importKinds.map((kind) => `import.kind.${kind}`),
      ...attentionSchema.options.map(({ shape }) => `needs.${shape.kind.value}`),
    ];
    expect(codes.filter((id) => !Object.hasOwn(localeMessages[language], id))).toEqual([]);
  });
});
