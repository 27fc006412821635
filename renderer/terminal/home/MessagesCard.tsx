import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import { isUrgent } from "../material/by-urgency.ts";
import { MaterialStateWords } from "../material/MaterialStateWords.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Cards.module.css";

const ROWS = 2;

/** What somebody should know now: a material that runs out before anything that was written. */
export function MessagesCard() {
  const { model, open, time } = useScreen();
  const t = useText();
  const { messages } = model;
  const urgent = model.materials.filter(isUrgent).slice(0, ROWS);
  const title = (
    <>
      {t("home.messages")} <span className={styles.number}>{messages.length + urgent.length}</span>
    </>
  );
  return (
    <CardKey title={title} onPress={() => open({ kind: "messages" })}>
      {urgent.map((row) => (
        <span key={row.itemId} className={styles.first}>
          <span className={styles.name} data-clip>
            {row.itemName}
          </span>
          <MaterialStateWords row={row} />
        </span>
      ))}
      {messages.length + urgent.length === 0 && <span className={styles.none}>{t("home.no-messages")}</span>}
      {messages.slice(0, ROWS - urgent.length).map((message) => (
        <span key={`${message.atUtc} ${message.text}`} className={styles.row}>
          <span className={styles.time}>{time.clock(message.atUtc)}</span>
          <span className={styles.name} data-clip>
            {message.text}
          </span>
        </span>
      ))}
    </CardKey>
  );
}
