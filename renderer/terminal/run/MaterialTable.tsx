import { IconLineScan } from "@tabler/icons-react";
import type { MaterialRow } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MaterialTable.module.css";

const ROWS = 3;
const urgency: Readonly<Record<MaterialRow["state"], number>> = {
  "to-scan": 0,
  "expires-today": 1,
  loaded: 2,
};

/** What the order needs and which lot is loaded; loading is done by scanning, wherever one stands. */
export function MaterialTable() {
  const { materials } = useScreen().model;
  const t = useText();
  const fits = materials.length <= ROWS;
  const shown = fits
    ? materials
    : materials.toSorted((a, b) => urgency[a.state] - urgency[b.state]).slice(0, ROWS);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("run.material")}</th>
          <th scope="col">{t("run.loaded")}</th>
          <th scope="col" className={styles.number}>
            {t("run.pieces")}
          </th>
          <th scope="col" className={styles.end}>
            <span className={styles.scan}>
              <IconLineScan size={24} aria-hidden="true" />
              {fits ? t("run.just-scan") : t("run.more-materials", { count: materials.length - ROWS })}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Row key={row.itemId} row={row} />
        ))}
        {materials.length === 0 && (
          <tr>
            <td colSpan={4} className={styles.none}>
              {t("run.no-material")}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: MaterialRow }) {
  const t = useText();
  const number = useNumber();
  return (
    <tr>
      <th scope="row" data-clip>
        {row.itemName}
      </th>
      <td data-clip>{row.lotId === null ? t("run.none") : t("run.lot", { lot: row.lotId })}</td>
      <td className={styles.number}>{row.quantity === null ? "" : number.whole(row.quantity)}</td>
      <td className={styles.end}>
        {row.state === "to-scan" && <Chip state="setup">{t("run.material-to-scan")}</Chip>}
        {row.state === "expires-today" && <Chip state="waiting">{t("run.material-expires")}</Chip>}
        {row.state === "loaded" && t("run.material-loaded")}
      </td>
    </tr>
  );
}
