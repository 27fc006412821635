import { IconClock, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { HistoryRow } from "./HistoryRow.tsx";
import styles from "./HistorySheet.module.css";

const ROWS = 4;

/** What people booked at this station, newest first; each can be corrected by whoever may. */
export function HistorySheet() {
  const { model, open } = useScreen();
  const { bookings } = model;
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const { items, page, pages } = pageOf(bookings, wanted, ROWS);
  return (
    <SheetLayout
      heading={t("history.heading")}
      note={bookings.length === 0 ? undefined : t("history.note", { count: bookings.length })}
      closeIsPrimary
      foot={
        <div className={styles.foot}>
          {bookings.length > 0 && <p className={styles.who}>{t("history.who")}</p>}
          <Key
            icon={<IconClock size={28} aria-hidden="true" />}
            className={styles.other}
            onPress={() => open({ kind: "times" })}
          >
            {t("times.key")}
          </Key>
          <PageKeys page={page} pages={pages} onPage={setWanted} />
        </div>
      }
    >
      {bookings.length === 0 && (
        <MiddleNote icon={<IconHistory />} words={t("history.empty")} note={t("history.none")} />
      )}
      <ul className={styles.rows} data-sheet-rows>
        {items.map((row) => (
          <HistoryRow key={row.eventId} row={row} />
        ))}
      </ul>
    </SheetLayout>
  );
}
