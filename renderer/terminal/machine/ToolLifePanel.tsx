import { IconHome } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ToolLifePanel.module.css";
import { ToolRow } from "./ToolRow.tsx";
import { worstFirst } from "./worst-first.ts";

/** The tool most worn, its life counted from real cycles; the others are a tap away. */
export function ToolLifePanel() {
  const { model, go } = useScreen();
  const t = useText();
  const [worst] = worstFirst(model.tools);
  if (worst === undefined) {
    return (
      <section className={styles.none}>
        <p>{t("machine.no-tools")}</p>
        <Key
          primary
          className={styles.home}
          icon={<IconHome size={36} aria-hidden="true" />}
          onPress={() => go("home")}
        >
          {t("key.home")}
        </Key>
      </section>
    );
  }
  return (
    <ul className={styles.panel}>
      <ToolRow tool={worst} alone others={model.tools.length - 1} />
    </ul>
  );
}
