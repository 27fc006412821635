import { IconLineScan } from "@tabler/icons-react";
import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import { byUrgency } from "../material/by-urgency.ts";
import { MaterialStateWords } from "../material/MaterialStateWords.tsx";
import { useAmount } from "../text/use-amount.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MaterialCard.module.css";

/** What the order needs, which lot is loaded and how long it lasts; one key to all that can be done about it. */
export function MaterialCard({ rows }: { readonly rows: number }) {
  const { model, open } = useScreen();
  const { materials } = model;
  const t = useText();
  const fits = materials.length <= rows;
  const shown = fits ? materials : materials.toSorted(byUrgency).slice(0, rows);
  return (
    <CardKey
      className={styles.card}
      title={<Title more={materials.length - rows} />}
      onPress={() => open({ kind: "materials" })}
    >
      {shown.map((row) => (
        <Row key={row.itemId} row={row} />
      ))}
      {materials.length === 0 && <span className={styles.none}>{t("run.no-material")}</span>}
    </CardKey>
  );
}

function Title({ more }: { readonly more: number }) {
  const t = useText();
  return (
    <>
      <span>{t("run.material")}</span>
      <span className={styles.scan}>
        <IconLineScan size={24} aria-hidden="true" />
        {more <= 0 ? t("run.just-scan") : t("run.more-materials", { count: more })}
      </span>
    </>
  );
}

function Row({ row }: { readonly row: MaterialRow }) {
  const amount = useAmount();
  return (
    <span className={styles.row} data-testid="material-row">
      <span className={styles.item} data-clip>
        {row.itemName}
      </span>
      <span className={styles.lot} data-clip>
        {row.lotId ?? "–"}
      </span>
      <span className={styles.left}>{row.left !== null && amount(row.left, row.unit)}</span>
      <span className={styles.state}>
        <MaterialStateWords row={row} />
      </span>
    </span>
  );
}
