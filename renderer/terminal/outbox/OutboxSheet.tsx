import { IconCloudCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { pageOf } from "../frame/paging.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { roughly } from "../text/elapsed.ts";
import { useWording } from "../text/wording.ts";
import { OutboxFigures } from "./OutboxFigures.tsx";
import { OutboxPager } from "./OutboxPager.tsx";
import { OutboxRow } from "./OutboxRow.tsx";
import styles from "./OutboxSheet.module.css";
import { itemKey, outboxItems } from "./outbox-items.ts";

const ROWS = 3;

/** What became of all that was booked here; what the MES did not take, a lead can look into and mark. */
export function OutboxSheet() {
  const { model } = useScreen();
  const { t, nowMs } = useWording();
  const [wanted, setWanted] = useState(1);
  const shown = pageOf(outboxItems(model), wanted, ROWS);
  const { lastContactUtc } = model.sync;
  const contact =
    lastContactUtc === null
      ? t("more.no-contact")
      : t("outbox.contact", { duration: roughly(nowMs - Date.parse(lastContactUtc), t) });
  return (
    <SheetLayout
      heading={t("outbox.heading")}
      note={contact}
      closeIsPrimary
      foot={<OutboxPager page={shown.page} pages={shown.pages} onPage={setWanted} />}
    >
      <div className={styles.content}>
        <OutboxFigures />
        {shown.items.length === 0 ? (
          <MiddleNote icon={<IconCloudCheck />} words={t("outbox.none")} note={t("outbox.none-note")} />
        ) : (
          <ul className={styles.rows} data-sheet-rows>
            {shown.items.map((item) => (
              <OutboxRow key={itemKey(item)} item={item} />
            ))}
          </ul>
        )}
      </div>
    </SheetLayout>
  );
}
