import { IconArrowRight, IconMessage2, IconPlayerPlayFilled } from "@tabler/icons-react";
import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { classNames } from "../../ui/class-names.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { dueWords } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./QueueRowCard.module.css";
import { rowAction } from "./queue-row.ts";
import { Readiness } from "./Readiness.tsx";
import { isLongId, shortId } from "./short-id.ts";

interface QueueRowCardProps {
  readonly row: QueueRow;
  readonly place: number;
  readonly primary: boolean;
}

const icons = {
  start: IconPlayerPlayFilled,
  resume: IconPlayerPlayFilled,
  open: IconArrowRight,
  why: IconMessage2,
};

export function QueueRowCard({ row, place, primary }: QueueRowCardProps) {
  const { model, go, open } = useScreen();
  const wording = useWording();
  const { t } = wording;
  const number = useNumber();
  const start = useCommand("orders.start");
  const due = dueWords(row.dueUtc, wording);
  const activeId = model.order?.jobOrderId ?? null;
  const action = rowAction(row, activeId);
  const Icon = icons[action];
  const startNow = async () => {
    const answer = await start.run({ jobOrderId: row.jobOrderId, activeOrder: null });
    if (answer?.ok === true) go("run");
  };
  const press = () => {
    if (action === "why") open({ kind: "why-blocked", jobOrderId: row.jobOrderId });
    else if (action === "open") go("run");
    else if (activeId !== null) open({ kind: "choose-order", jobOrderId: row.jobOrderId });
    else void startNow();
  };
  return (
    <li className={styles.row}>
      <div className={classNames(styles.card, primary && styles.next)}>
        <span className={styles.place}>{place}</span>
        <span className={styles.order}>
          <strong data-long={isLongId(row.jobOrderId) ? "" : undefined}>{shortId(row.jobOrderId)}</strong>
          <span className={styles.second} data-clip>
            {row.reworkFor === null ? row.itemName : t("queue.rework", { operation: row.reworkFor })}
          </span>
        </span>
        <span className={styles.cell}>
          <strong>{number.whole(row.planned)}</strong>
          <span className={styles.second}>{t("queue.pieces", { count: row.planned })}</span>
        </span>
        <span className={styles.cell}>
          <strong>{due.main}</strong>
          <span className={styles.second}>{due.note}</span>
        </span>
        <Readiness row={row} />
      </div>
      <Key
        className={styles.key}
        primary={primary}
        icon={<Icon size={32} aria-hidden="true" />}
        label={t("queue.row-key", { action: t(`key.${action}`), order: row.jobOrderId })}
        onPress={press}
      >
        {t(`key.${action}`)}
      </Key>
    </li>
  );
}
