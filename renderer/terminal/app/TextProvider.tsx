import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { IntlProvider } from "react-intl";
import type { Language } from "../../../shared/domain/people/localized-text.ts";
import { catalogs } from "../text/catalog.ts";

/** One language for our own sentences and for those of react-aria. */
export function TextProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const locale = language === "en" ? "en-GB" : language;
  return (
    <I18nProvider locale={locale}>
      <IntlProvider locale={locale} messages={catalogs[language]}>
        {children}
      </IntlProvider>
    </I18nProvider>
  );
}
