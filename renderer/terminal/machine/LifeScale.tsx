import type { ToolView } from "../../../shared/screen/screen-model.ts";
import { percentOf } from "../../ui/percent-of.ts";
import { useText } from "../text/use-text.ts";
import styles from "./ToolRow.module.css";

/** The words under a life bar: what is used, where the warning begins, where the life ends. */
export function LifeScale({ tool }: { readonly tool: ToolView }) {
  const t = useText();
  return (
    <p className={styles.scale}>
      <span
        className={styles.toWarning}
        style={{ width: percentOf(tool.warnAtCycles, tool.lifeLimitCycles) }}
      >
        <span>{t("machine.used", { count: tool.usedCycles })}</span>
        <span>{t("machine.warns-at", { count: tool.warnAtCycles })}</span>
      </span>
      <span>{t("machine.limit-at", { count: tool.lifeLimitCycles })}</span>
    </p>
  );
}
