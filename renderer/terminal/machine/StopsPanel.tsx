import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { StopRowWords } from "../lists/StopRowWords.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./StopsPanel.module.css";

const MOST_ROWS = 5;
const TOOL_TAKES_ROWS = 2;

/** The last stops, as many as the tools above leave room for; none with three tools. */
export function StopsPanel() {
  const { stops, tools } = useScreen().model;
  const t = useText();
  const rows = MOST_ROWS - TOOL_TAKES_ROWS * Math.max(0, Math.min(tools.length, 3) - 1);
  if (rows <= 1) return null;
  return (
    <Panel title={t("machine.last-stops")} className={styles.panel}>
      <ul>
        {stops.last.slice(0, rows).map((stop) => (
          <li key={stop.sinceUtc} className={styles.row}>
            <StopRowWords stop={stop} />
          </li>
        ))}
        {stops.last.length === 0 && <li className={styles.none}>{t("home.no-stops")}</li>}
      </ul>
    </Panel>
  );
}
