import { createIntl } from "react-intl";
import type { Language } from "../../../shared/domain/people/localized-text.ts";
import { localeMessages } from "../locales/locale-messages.ts";

/** The words of a language as the pages have them. */
export function intlOf(locale: Language) {
  return createIntl({ locale, messages: { ...localeMessages[locale] } });
}
