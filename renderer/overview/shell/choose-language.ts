import { type Language, languages } from "../../../shared/domain/people/localized-text.ts";

/** The stored choice if it is one of ours, else the first language of the browser that we have, else English. */
export function chooseLanguage(stored: string | null, preferred: readonly string[]): Language {
  const candidates = [stored, ...preferred];
  for (const candidate of candidates) {
    const found = languages.find((language) => candidate?.toLowerCase().split("-")[0] === language);
    if (found !== undefined) return found;
  }
  return "en";
}
