import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { dueWords } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./BlockedFacts.module.css";

/** What the lead asks first about an order that waits: how many, until when, which operation. */
export function BlockedFacts({ row }: { readonly row: QueueRow }) {
  const wording = useWording();
  const { t } = wording;
  const number = useNumber();
  const due = dueWords(row.dueUtc, wording);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("queue.why-planned")}</dt>
        <dd className={styles.value}>{number.whole(row.planned)}</dd>
        <dd className={styles.note}>{t("queue.made", { good: row.good, planned: row.planned })}</dd>
      </div>
      <div>
        <dt>{t("home.due-label")}</dt>
        <dd className={styles.value}>{due.main}</dd>
        <dd className={styles.note}>{due.note}</dd>
      </div>
      <div>
        <dt>{t("queue.why-operation")}</dt>
        <dd className={styles.value} data-clip>
          {row.operation}
        </dd>
        <dd className={styles.note}>{t("queue.materials", { count: row.materialCount })}</dd>
      </div>
    </dl>
  );
}
