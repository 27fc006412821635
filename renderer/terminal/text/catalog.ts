import da from "../../../resources/locales/da.json";
import de from "../../../resources/locales/de.json";
import en from "../../../resources/locales/en.json";
import pl from "../../../resources/locales/pl.json";
import type { Language } from "../../../shared/domain/people/localized-text.ts";

/** Every sentence of the screens has a key in en.json; a language without it does not compile. */
export type MessageKey = keyof typeof en;

export const catalogs: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, de, da, pl };
