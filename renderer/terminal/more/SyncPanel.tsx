import { Chip } from "../../ui/Chip.tsx";
import { Key } from "../../ui/Key.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { syncWords } from "../frame/sync-words.ts";
import { troubleSentence } from "../frame/trouble-sentence.ts";
import { dueLine } from "../text/due-words.ts";
import { useWording } from "../text/wording.ts";
import styles from "./SyncPanel.module.css";

/** What is saved here and what the MES has; a trouble is said in a whole sentence, which takes the place of the times. */
export function SyncPanel() {
  const { model, open } = useScreen();
  const wording = useWording();
  const { t, time, nowMs } = wording;
  const { sync, station } = model;
  const words = syncWords(sync, wording);
  const at = (utc: string) => ({ time: dueLine(utc, nowMs, time) });
  return (
    <Panel
      title={t("more.sync")}
      aside={t("more.version", { version: station.version })}
      className={styles.panel}
    >
      <div className={styles.figures}>
        <p className={styles.state}>
          {sync.waiting === 0 ? t("more.all-received") : t("more.waiting", { count: sync.waiting })}
        </p>
        <Key className={styles.key} onPress={() => open({ kind: "outbox" })}>
          {t("more.sync-list")}
        </Key>
      </div>
      {sync.trouble !== null && <p className={styles.trouble}>{troubleSentence(sync.trouble, sync, t)}</p>}
      {sync.trouble === null && (
        <p className={styles.muted}>
          {words.loud && <Chip state="waiting">{words.title}</Chip>}
          {sync.oldestWaitingUtc !== null && <span>{t("more.oldest", at(sync.oldestWaitingUtc))}</span>}
          <span>
            {sync.lastContactUtc === null
              ? t("more.no-contact")
              : t("more.last-contact", at(sync.lastContactUtc))}
          </span>
          <span>
            {station.dataOfUtc === null ? t("queue.data-never") : t("more.data-of", at(station.dataOfUtc))}
          </span>
        </p>
      )}
    </Panel>
  );
}
