import { languages } from "../../../shared/domain/people/localized-text.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";

export function LanguagePanel() {
  const { language, chooseLanguage } = useScreen();
  const t = useText();
  return (
    <Panel title={t("more.language")}>
      <ChoiceKeys
        label={t("more.language")}
        choices={languages.map((value) => ({ value, word: t(`language.${value}`) }))}
        chosen={language}
        onChoose={chooseLanguage}
      />
    </Panel>
  );
}
