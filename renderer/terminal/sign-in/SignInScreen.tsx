import { IconArrowLeft, IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { languages } from "../../../shared/domain/people/localized-text.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { BadgePanel } from "./BadgePanel.tsx";
import { PeopleTiles } from "./PeopleTiles.tsx";
import styles from "./SignInScreen.module.css";

/** Who is here: a badge anywhere, or a name and its PIN. */
export function SignInScreen() {
  const { go, language, chooseLanguage, model } = useScreen();
  const t = useText();
  const [page, setPage] = useState(1);
  const someoneHere = model.people.signedIn.length > 0;
  return (
    <div className={styles.screen}>
      <BadgePanel />
      <div className={styles.people}>
        <p className={styles.head}>
          <strong>{t("sign-in.last-here")}</strong>
          <span>{t("sign-in.how")}</span>
        </p>
        <PeopleTiles page={page} onPage={setPage} />
      </div>
      <Key
        className={styles.look}
        icon={
          someoneHere ? (
            <IconArrowLeft size={32} aria-hidden="true" />
          ) : (
            <IconEye size={32} aria-hidden="true" />
          )
        }
        onPress={() => go("home")}
      >
        {t(someoneHere ? "key.home" : "sign-in.look-only")}
      </Key>
      <ChoiceKeys
        className={styles.languages}
        label={t("more.language")}
        choices={languages.map((value) => ({ value, word: t(`language.${value}`) }))}
        chosen={language}
        onChoose={chooseLanguage}
      />
    </div>
  );
}
