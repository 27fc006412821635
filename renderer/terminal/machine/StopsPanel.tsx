import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { StopRowWords } from "../lists/StopRowWords.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./RowsPanel.module.css";

const ROWS = 2;

/** The last stops, as many as fit beside the order. */
export function StopsPanel() {
  const { stops } = useScreen().model;
  const t = useText();
  return (
    <Panel title={t("machine.last-stops")}>
      <ul>
        {stops.last.slice(0, ROWS).map((stop) => (
          <li key={stop.stopId} className={styles.row}>
            <StopRowWords stop={stop} />
          </li>
        ))}
        {stops.last.length === 0 && <li className={styles.none}>{t("home.no-stops")}</li>}
      </ul>
    </Panel>
  );
}
