import { IconEye } from "@tabler/icons-react";
import type { RefusedRow } from "../../../shared/screen/outbox-view.ts";
import { Key } from "../../ui/Key.tsx";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { RowWords } from "../frame/RowWords.tsx";
import { dueLine } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./OutboxRow.module.css";

/** One refused booking: what, how many, on which order, by whom, when, why, and whether a lead has seen it. */
export function RefusalRow({ row }: { readonly row: RefusedRow }) {
  const { t, time, nowMs } = useWording();
  const number = useNumber();
  const thing = t(`outbox.what.${row.what}`);
  const what = row.quantity === null ? thing : `${thing} ${number.whole(row.quantity)}`;
  const order =
    row.jobOrderId === null
      ? []
      : [t("outbox.order", { order: row.jobOrderId, item: row.itemName ?? "" }).trim()];
  return (
    <li className={styles.row} {...(row.seen === null ? { "data-state": "waiting" } : {})}>
      <RowWords
        title={`${dueLine(row.atUtc, nowMs, time)} ${what}`}
        second={[...order, row.personName ?? t("outbox.machine")].join(", ")}
      />
      <span className={styles.reason}>{t(`outbox.reason.${row.reason}`)}</span>
      <SeenCell row={row} what={what} />
    </li>
  );
}

/** Only a lead has the key: whoever else is here sees that nobody has looked into it yet. */
function SeenCell({ row, what }: { readonly row: RefusedRow; readonly what: string }) {
  const { model } = useScreen();
  const { t, time, nowMs } = useWording();
  const mark = useCommand("sync.markSeen");
  if (row.seen !== null) {
    const when = { time: dueLine(row.seen.atUtc, nowMs, time), person: row.seen.personName };
    return <span className={styles.seen}>{t("outbox.seen", when)}</span>;
  }
  if (!isLeadHere(model.people)) return null;
  return (
    <Key
      className={styles.key}
      icon={<IconEye size={28} aria-hidden="true" />}
      label={t("outbox.mark-seen-name", { what })}
      disabled={mark.busy}
      onPress={() => void mark.run({ eventIds: [...row.eventIds] })}
    >
      {t("outbox.mark-seen")}
    </Key>
  );
}
