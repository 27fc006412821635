import { IconArrowBackUp } from "@tabler/icons-react";
import type { BookingRow } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { RowWords } from "../frame/RowWords.tsx";
import { dueLine } from "../text/due-words.ts";
import { useWording } from "../text/wording.ts";
import styles from "./HistoryRow.module.css";
import { useBookingWords } from "./use-booking-words.ts";

/** One booking: when, what, on which order, by whom, and what still stands of it. */
export function HistoryRow({ row }: { readonly row: BookingRow }) {
  const { open } = useScreen();
  const { t, time, nowMs } = useWording();
  const words = useBookingWords();
  const what = words.what(row);
  const order = t("outbox.order", { order: row.jobOrderId, item: row.itemName ?? "" }).trim();
  const isGone = row.takenBack === row.quantity;
  return (
    <li className={styles.row} data-gone={isGone}>
      <RowWords
        title={`${dueLine(row.atUtc, nowMs, time)} ${what}`}
        second={[order, ...(row.personName === null ? [] : [row.personName])].join(", ")}
      />
      <span className={styles.taken}>{words.takenBack(row)}</span>
      {row.mayCorrect && (
        <Key
          className={styles.key}
          icon={<IconArrowBackUp size={28} aria-hidden="true" />}
          label={t("history.correct-name", { what })}
          onPress={() => open({ kind: "correct", eventId: row.eventId })}
        >
          {t("history.correct")}
        </Key>
      )}
    </li>
  );
}
