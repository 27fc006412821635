import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useAmount } from "../text/use-amount.ts";
import { useText } from "../text/use-text.ts";
import { MaterialStateWords } from "./MaterialStateWords.tsx";
import styles from "./MaterialsSheet.module.css";

/** One material: how it stands in two lines, and three keys where a lot is loaded. */
export function MaterialLineRow({ row }: { readonly row: MaterialRow }) {
  const { open } = useScreen();
  const t = useText();
  const reverse = useCommand("materials.reverse");
  const { itemId, loadEventId } = row;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.first}>
          <span className={styles.item} data-clip>
            {row.itemName}
          </span>
          {row.lotId !== null && (
            <span className={styles.lot} data-clip>
              {t("run.lot", { lot: row.lotId })}
            </span>
          )}
          <MaterialStateWords row={row} />
        </p>
        <p className={styles.second} data-clip>
          <Figures row={row} />
        </p>
      </div>
      {loadEventId !== null && (
        <div className={styles.keys}>
          <Key onPress={() => open({ kind: "material-amount", itemId, deed: "take-out" })}>
            {t("material.take-out")}
          </Key>
          <Key onPress={() => open({ kind: "material-amount", itemId, deed: "take-off" })}>
            {t("material.take-off")}
          </Key>
          <Key onPress={() => void reverse.run({ eventId: loadEventId })}>{t("material.wrong-lot")}</Key>
        </div>
      )}
    </li>
  );
}

function Figures({ row }: { readonly row: MaterialRow }) {
  const t = useText();
  const amount = useAmount();
  const words = [
    ...(row.left === null ? [] : [t("material.left", { amount: amount(row.left, row.unit) })]),
    ...(row.leftPieces === null ? [] : [t("material.enough-for", { pieces: row.leftPieces })]),
    ...(row.location === "" ? [] : [t("material.fetch-at", { location: row.location })]),
  ];
  return words.join(" · ");
}
