import { z } from "zod";

export const languages = ["en", "de", "da", "pl"] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** Text that master data brings in several languages; English is the fallback that is always there. */
export const localizedText = z.looseObject({
  en: z.string().min(1).max(120),
  de: z.string().max(120).optional(),
  da: z.string().max(120).optional(),
  pl: z.string().max(120).optional(),
});
export type LocalizedText = z.infer<typeof localizedText>;

export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en;
}
