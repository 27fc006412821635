import type { BookingRow } from "../../../shared/screen/screen-model.ts";
import { dueLine } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./BookingCard.module.css";
import { useBookingWords } from "./use-booking-words.ts";

/** The booking that is being corrected, beside the pad: both totals stay in sight. */
export function BookingCard({ row }: { readonly row: BookingRow }) {
  const { t, time, nowMs } = useWording();
  const number = useNumber();
  const words = useBookingWords();
  return (
    <div className={styles.card}>
      <p className={styles.figure}>{number.whole(row.quantity - row.takenBack)}</p>
      <p className={styles.what}>{words.what(row)}</p>
      <p className={styles.line}>{words.takenBack(row)}</p>
      <p className={styles.line}>
        {[dueLine(row.atUtc, nowMs, time), row.jobOrderId, row.itemName, row.personName]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
      <p className={styles.line}>{t("history.who")}</p>
    </div>
  );
}
