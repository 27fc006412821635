import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { useAmount } from "../text/use-amount.ts";
import { useText } from "../text/use-text.ts";
import styles from "./LotCard.module.css";
import { MaterialStateWords } from "./MaterialStateWords.tsx";

/** The lot an amount is entered for, beside the pad: what should be left of it stays in sight. */
export function LotCard({ row, lotId }: { readonly row: MaterialRow; readonly lotId: string }) {
  const t = useText();
  const amount = useAmount();
  return (
    <div className={styles.card}>
      <p className={styles.item}>{row.itemName}</p>
      <p className={styles.lot}>{t("run.lot", { lot: lotId })}</p>
      {row.left !== null && (
        <p className={styles.left}>{t("material.left", { amount: amount(row.left, row.unit) })}</p>
      )}
      {row.leftPieces !== null && (
        <p className={styles.line}>{t("material.enough-for", { pieces: row.leftPieces })}</p>
      )}
      <p className={styles.line}>
        <MaterialStateWords row={row} />
      </p>
    </div>
  );
}
