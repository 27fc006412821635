import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Cards.module.css";
import { DueDiamond } from "./DueDiamond.tsx";

const ROWS = 2;

export function ChecksCard() {
  const { model, go } = useScreen();
  const t = useText();
  const soonest = model.checks.toSorted((a, b) => a.dueInPieces - b.dueInPieces).slice(0, ROWS);
  return (
    <CardKey title={t("home.next-checks")} onPress={() => go("quality")}>
      {soonest.length === 0 && (
        <span className={styles.none}>{t(model.order === null ? "home.no-order" : "home.no-checks")}</span>
      )}
      {soonest.map((check, index) => {
        const due = check.dueInPieces <= 0;
        return (
          <span key={check.characteristicId} className={index === 0 ? styles.first : styles.row}>
            <DueDiamond due={index === 0} />
            <span className={styles.name} data-clip>
              {t("home.check-row", { name: check.name, count: check.sampleSize })}
            </span>
            <span className={styles.end}>
              {due ? t("home.check-now") : t("home.check-in", { count: check.dueInPieces })}
            </span>
          </span>
        );
      })}
    </CardKey>
  );
}
