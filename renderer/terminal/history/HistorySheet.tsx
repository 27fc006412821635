import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { HistoryRow } from "./HistoryRow.tsx";
import styles from "./HistorySheet.module.css";

const ROWS = 4;

/** What people booked at this station, newest first; each can be corrected by whoever may. */
export function HistorySheet() {
  const { bookings } = useScreen().model;
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const { items, page, pages } = pageOf(bookings, wanted, ROWS);
  return (
    <SheetLayout
      heading={t("history.heading")}
      note={t("history.note", { count: bookings.length })}
      closeIsPrimary
      foot={
        <div className={styles.foot}>
          <p className={styles.who}>{t(bookings.length === 0 ? "history.none" : "history.who")}</p>
          <PageKeys page={page} pages={pages} onPage={setWanted} />
        </div>
      }
    >
      <ul className={styles.rows} data-sheet-rows>
        {items.map((row) => (
          <HistoryRow key={row.eventId} row={row} />
        ))}
      </ul>
    </SheetLayout>
  );
}
