import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { dueWords } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./NextOrder.module.css";

/** The order the first key starts: what, how many, until when. */
export function NextOrder({ row }: { readonly row: QueueRow }) {
  const wording = useWording();
  const { t } = wording;
  const number = useNumber();
  const due = dueWords(row.dueUtc, wording);
  return (
    <div className={styles.next}>
      <span className={styles.label}>{t("home.idle-next")}</span>
      <span className={styles.name} data-clip>
        {row.jobOrderId} {row.itemName}
      </span>
      <dl className={styles.facts}>
        <dt>{t("queue.why-planned")}</dt>
        <dd>
          {number.whole(row.planned)} {t("queue.pieces", { count: row.planned })}
        </dd>
        <dt>{t("home.due-label")}</dt>
        <dd>
          {due.main}, {due.note}
        </dd>
      </dl>
    </div>
  );
}
