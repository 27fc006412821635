import { useScreen } from "../app/screen-context.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Lists.module.css";

const ROWS = 6;

/** The newest messages in full. */
export function MessagesSheet() {
  const { model, time } = useScreen();
  const t = useText();
  return (
    <SheetLayout heading={t("list.messages")} closeIsPrimary>
      <ul className={styles.list}>
        {model.messages.slice(0, ROWS).map((message) => (
          <li key={`${message.atUtc} ${message.text}`} className={styles.row}>
            <span className={styles.time}>{time.clock(message.atUtc)}</span>
            <span className={styles.text}>{message.text}</span>
          </li>
        ))}
        {model.messages.length === 0 && <li className={styles.row}>{t("home.no-messages")}</li>}
      </ul>
    </SheetLayout>
  );
}
