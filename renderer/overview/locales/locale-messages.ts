import type { Language } from "../../../shared/domain/people/localized-text.ts";
import da from "./da.json";
import de from "./de.json";
import en from "./en.json";
import pl from "./pl.json";

export type MessageId = keyof typeof en;

/** All languages are in the bundle: a wall television must not lose its words because the MES restarts. */
export const localeMessages: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = {
  en,
  de,
  da,
  pl,
};
