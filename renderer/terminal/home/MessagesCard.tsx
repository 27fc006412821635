import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Cards.module.css";

const ROWS = 2;

export function MessagesCard() {
  const { model, open, time } = useScreen();
  const t = useText();
  const { messages } = model;
  const title = (
    <>
      {t("home.messages")} <span className={styles.number}>{messages.length}</span>
    </>
  );
  return (
    <CardKey title={title} onPress={() => open({ kind: "messages" })}>
      {messages.length === 0 && <span className={styles.none}>{t("home.no-messages")}</span>}
      {messages.slice(0, ROWS).map((message) => (
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
