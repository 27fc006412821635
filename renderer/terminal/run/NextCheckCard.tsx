import { IconChevronRight } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { DueDiamond } from "../home/DueDiamond.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./NextCheckCard.module.css";

/** The check that comes next on this order, in one line. */
export function NextCheckCard() {
  const { model, go } = useScreen();
  const t = useText();
  const next = model.checks.toSorted((a, b) => a.dueInPieces - b.dueInPieces)[0];
  return (
    <Key
      shape="tile"
      className={styles.card}
      icon={next === undefined ? undefined : <DueDiamond due />}
      onPress={() => go("quality")}
    >
      <span className={styles.line}>
        <span className={styles.name} data-clip>
          {next === undefined
            ? t("home.no-checks")
            : t("home.check-row", { name: next.name, count: next.sampleSize })}
        </span>
        {next !== undefined && (
          <span className={styles.due}>
            {next.dueInPieces <= 0 ? t("home.check-now") : t("home.check-in", { count: next.dueInPieces })}
          </span>
        )}
        <IconChevronRight size={28} aria-hidden="true" />
      </span>
    </Key>
  );
}
