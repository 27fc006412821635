import { IconHome } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { primaryToolId } from "./primary-tool.ts";
import styles from "./ToolLifePanel.module.css";
import { ToolRow } from "./ToolRow.tsx";

const ROWS = 3;

/** Tools whose life is counted from real cycles. */
export function ToolLifePanel() {
  const { model, go } = useScreen();
  const t = useText();
  const { tools } = model;
  if (tools.length === 0) {
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
  const primaryId = primaryToolId(tools);
  const worstFirst = tools.toSorted(
    (a, b) => b.usedCycles / b.lifeLimitCycles - a.usedCycles / a.lifeLimitCycles,
  );
  return (
    <ul className={styles.panel} data-tools={Math.min(tools.length, ROWS)}>
      {worstFirst.slice(0, ROWS).map((tool) => (
        <ToolRow
          key={tool.toolId}
          tool={tool}
          primary={tool.toolId === primaryId}
          alone={tools.length === 1}
        />
      ))}
    </ul>
  );
}
