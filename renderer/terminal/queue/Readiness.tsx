import { IconCheck, IconLock } from "@tabler/icons-react";
import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Readiness.module.css";

/** Whether an order can be worked, said before anyone tries. */
export function Readiness({ row }: { readonly row: QueueRow }) {
  const t = useText();
  if (row.blockedBy !== null) {
    return (
      <div className={styles.readiness}>
        <Chip state="stopped" icon={<IconLock size={28} aria-hidden="true" />}>
          <span className="visually-hidden">{t("queue.blocked")}: </span>
          <span className={styles.reason} data-clip>
            {row.blockedBy}
          </span>
        </Chip>
      </div>
    );
  }
  return (
    <div className={styles.readiness}>
      <StateOf row={row} />
      <span className={styles.line}>
        <IconCheck size={24} aria-hidden="true" />
        <span data-clip>{t("queue.operation", { operation: row.operation })}</span>
      </span>
    </div>
  );
}

function StateOf({ row }: { readonly row: QueueRow }) {
  const t = useText();
  const number = useNumber();
  const made = t("queue.made", { good: row.good, planned: row.planned });
  switch (row.state) {
    case "running":
      return (
        <span className={styles.chipLine}>
          <Chip state="running">{t("queue.running")}</Chip> <span>{made}</span>
        </span>
      );
    case "paused":
      return (
        <span className={styles.chipLine}>
          <Chip state="waiting">{t("queue.paused")}</Chip> <span>{made}</span>
        </span>
      );
    case "finished":
      return (
        <span className={styles.chipLine}>
          <Chip state="planned">{t("queue.finished")}</Chip> <span>{number.whole(row.good)}</span>
        </span>
      );
    case "released":
      return (
        <span className={styles.line}>
          <IconCheck size={24} aria-hidden="true" />
          <span>{t("queue.materials", { count: row.materialCount })}</span>
        </span>
      );
  }
}
