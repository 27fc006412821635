import { IconMessage } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { isUrgent } from "../material/by-urgency.ts";
import { MaterialStateWords } from "../material/MaterialStateWords.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Lists.module.css";

const ROWS = 6;
const MATERIALS = 2;

/** The newest messages in full. */
export function MessagesSheet() {
  const { model, open, time } = useScreen();
  const t = useText();
  const urgent = model.materials.filter(isUrgent).slice(0, MATERIALS);
  const messages = model.messages.slice(0, ROWS - urgent.length);
  return (
    <SheetLayout heading={t("list.messages")} closeIsPrimary>
      {messages.length + urgent.length === 0 ? (
        <MiddleNote icon={<IconMessage />} words={t("home.no-messages")} note={t("list.messages-note")} />
      ) : (
        <ul className={styles.list}>
          {urgent.map((row) => (
            <li key={row.itemId} className={styles.row}>
              <span className={styles.text}>{row.itemName}</span>
              <MaterialStateWords row={row} />
              <Key className={styles.nameIt} onPress={() => open({ kind: "materials" })}>
                {t("run.material")}
              </Key>
            </li>
          ))}
          {messages.map((message) => (
            <li key={`${message.atUtc} ${message.text}`} className={styles.row}>
              <span className={styles.time}>{time.clock(message.atUtc)}</span>
              <span className={styles.text}>{message.text}</span>
            </li>
          ))}
        </ul>
      )}
    </SheetLayout>
  );
}
