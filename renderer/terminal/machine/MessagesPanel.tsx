import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./RowsPanel.module.css";

const MOST_ROWS = 5;
const TOOL_TAKES_ROWS = 3;

/** The newest messages, as many as the tools above leave room for; none with three tools. */
export function MessagesPanel() {
  const { model, time } = useScreen();
  const t = useText();
  const { messages, tools } = model;
  const rows = MOST_ROWS - TOOL_TAKES_ROWS * Math.max(0, tools.length - 1);
  if (rows <= 0) return null;
  return (
    <Panel title={t("home.messages")} className={styles.panel}>
      <ul>
        {messages.slice(0, rows).map((message) => (
          <li key={`${message.atUtc} ${message.text}`} className={styles.row}>
            <span className={styles.time}>{time.clock(message.atUtc)}</span>
            <span className={styles.text} data-clip>
              {message.text}
            </span>
          </li>
        ))}
        {messages.length === 0 && <li className={styles.none}>{t("home.no-messages")}</li>}
      </ul>
    </Panel>
  );
}
