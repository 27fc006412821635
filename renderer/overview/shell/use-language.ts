import { useLayoutEffect, useState } from "react";
import type { Language } from "../../../shared/domain/people/localized-text.ts";
import { chooseLanguage } from "./choose-language.ts";
import { readPreference, writePreference } from "./preference.ts";

export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() =>
    chooseLanguage(readPreference("takt.language"), navigator.languages),
  );
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = (next: Language): void => {
    writePreference("takt.language", next);
    setLanguage(next);
  };
  return [language, choose];
}
