import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { StopRowWords } from "../lists/StopRowWords.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./RowsPanel.module.css";

const ROWS = { quiet: 3, besideOrder: 2 };

/** The last stops, as many as fit under the maintenance card. */
export function StopsPanel() {
  const { stops, tools } = useScreen().model;
  const t = useText();
  const rows = tools.some((tool) => tool.maintenanceOrderId !== null) ? ROWS.besideOrder : ROWS.quiet;
  return (
    <Panel title={t("machine.last-stops")} className={styles.panel}>
      <ul>
        {stops.last.slice(0, rows).map((stop) => (
          <li key={stop.stopId} className={styles.row}>
            <StopRowWords stop={stop} />
          </li>
        ))}
        {stops.last.length === 0 && <li className={styles.none}>{t("home.no-stops")}</li>}
      </ul>
    </Panel>
  );
}
