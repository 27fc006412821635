import { useIntl } from "react-intl";
import { type Language, languages } from "../../../shared/domain/people/localized-text.ts";
import styles from "./TopBar.module.css";

/** Each language in its own words: who needs the switch cannot read the present one. */
const names: Readonly<Record<Language, string>> = { en: "English", de: "Deutsch", da: "Dansk", pl: "Polski" };

interface LanguageChoiceProps {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

export function LanguageChoice({ language, choose }: LanguageChoiceProps) {
  const intl = useIntl();
  const chosen = (value: string): void => {
    const found = languages.find((candidate) => candidate === value);
    if (found !== undefined) choose(found);
  };
  return (
    <select
      className={styles.language}
      aria-label={intl.formatMessage({ id: "bar.language" })}
      value={language}
      onChange={(event) => chosen(event.target.value)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {names[code]}
        </option>
      ))}
    </select>
  );
}
