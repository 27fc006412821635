import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useText } from "../text/use-text.ts";
import { DevicesPanel } from "./DevicesPanel.tsx";
import { LanguagePanel } from "./LanguagePanel.tsx";
import styles from "./MoreScreen.module.css";
import { PeoplePanel } from "./PeoplePanel.tsx";
import { SyncPanel } from "./SyncPanel.tsx";
import { ThemePanel } from "./ThemePanel.tsx";

/** Who is here, what is connected, how it looks. */
export function MoreScreen() {
  const t = useText();
  return (
    <div className={styles.screen}>
      <ScreenHeading className="visually-hidden">{t("more.heading")}</ScreenHeading>
      <div className={styles.column}>
        <DevicesPanel />
        <ThemePanel />
        <LanguagePanel />
      </div>
      <div className={styles.column}>
        <PeoplePanel />
        <SyncPanel />
      </div>
    </div>
  );
}
