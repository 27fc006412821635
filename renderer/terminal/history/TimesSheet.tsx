import { IconClock, IconClockEdit, IconList } from "@tabler/icons-react";
import { useState } from "react";
import type { TimeRow } from "../../../shared/screen/time-row.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { PageKeys } from "../frame/PageKeys.tsx";
import { pageOf } from "../frame/paging.ts";
import { RowWords } from "../frame/RowWords.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { dueLine } from "../text/due-words.ts";
import { useText } from "../text/use-text.ts";
import { useWording } from "../text/wording.ts";
import rowStyles from "./HistoryRow.module.css";
import styles from "./HistorySheet.module.css";

const ROWS = 4;

/** When orders began, paused, went on and ended, newest first; each can be corrected by whoever may. */
export function TimesSheet() {
  const { model, open } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(1);
  const { items, page, pages } = pageOf(model.times, wanted, ROWS);
  return (
    <SheetLayout
      heading={t("times.heading")}
      note={model.times.length === 0 ? undefined : t("times.note")}
      closeIsPrimary
      foot={
        <div className={styles.foot}>
          {model.times.length > 0 && <p className={styles.who}>{t("history.who")}</p>}
          <Key
            icon={<IconList size={28} aria-hidden="true" />}
            className={styles.other}
            onPress={() => open({ kind: "history" })}
          >
            {t("history.key")}
          </Key>
          <PageKeys page={page} pages={pages} onPage={setWanted} />
        </div>
      }
    >
      {model.times.length === 0 && (
        <MiddleNote icon={<IconClock />} words={t("times.empty")} note={t("times.none")} />
      )}
      <ul className={styles.rows} data-sheet-rows>
        {items.map((row) => (
          <TimesRow key={row.eventId} row={row} />
        ))}
      </ul>
    </SheetLayout>
  );
}

function TimesRow({ row }: { readonly row: TimeRow }) {
  const { open } = useScreen();
  const { t, time, nowMs } = useWording();
  const order = t("outbox.order", { order: row.jobOrderId, item: row.itemName ?? "" }).trim();
  const what = t(`times.${row.move}`);
  // Of a shift by seconds both would read the same.
  const isOther = Math.abs(Date.parse(row.atUtc) - Date.parse(row.recordedUtc)) >= 60_000;
  return (
    <li className={rowStyles.row}>
      <RowWords
        title={`${dueLine(row.atUtc, nowMs, time)} ${what}`}
        second={[order, ...(row.personName === null ? [] : [row.personName])].join(", ")}
      />
      <span className={rowStyles.taken}>
        {isOther && t("times.recorded", { time: time.clock(row.recordedUtc) })}
      </span>
      {row.mayCorrect && (
        <Key
          className={rowStyles.key}
          icon={<IconClockEdit size={28} aria-hidden="true" />}
          label={t("history.correct-name", { what })}
          onPress={() => open({ kind: "correct-time", eventId: row.eventId })}
        >
          {t("history.correct")}
        </Key>
      )}
    </li>
  );
}
