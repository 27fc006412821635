import { IconHome, IconLineScan } from "@tabler/icons-react";
import { useState } from "react";
import { Chip } from "../../ui/Chip.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { EmptyScreen } from "../frame/EmptyScreen.tsx";
import { pageOf, pageWith } from "../frame/paging.ts";
import { dueLine } from "../text/due-words.ts";
import { useText } from "../text/use-text.ts";
import { Pager } from "./Pager.tsx";
import { QueueRowCard } from "./QueueRowCard.tsx";
import styles from "./QueueScreen.module.css";
import { primaryRowId } from "./queue-row.ts";

const ROWS = 4;

/** The planner's orders in the planner's sequence, at the page of the one that was just scanned. */
export function QueueScreen() {
  const { lastScan } = useScreen().model;
  const scanned = lastScan?.outcome === "order-choice" ? lastScan.details.order : undefined;
  return <Queue key={scanned} scanned={scanned} />;
}

function Queue({ scanned }: { readonly scanned: string | undefined }) {
  const { model, go } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(() =>
    pageWith(model.queue, ROWS, ({ jobOrderId }) => jobOrderId === scanned),
  );
  const shown = pageOf(model.queue, wanted, ROWS);
  const activeId = model.order?.jobOrderId ?? null;
  const { dataOfUtc, dataIsOld } = model.station;
  if (model.queue.length === 0) {
    return (
      <EmptyScreen
        heading={t("queue.empty")}
        note={t("queue.empty-note")}
        keyWord={t("key.home")}
        keyIcon={<IconHome size={36} aria-hidden="true" />}
        onPress={() => go("home")}
      />
    );
  }
  const primaryId = primaryRowId(shown.items, activeId);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <IconLineScan size={28} aria-hidden="true" />
        <ScreenHeading className={styles.heading}>{t("queue.heading")}</ScreenHeading>
        <DataAge dataOfUtc={dataOfUtc} isOld={dataIsOld} />
      </header>
      <ol className={styles.rows} start={(shown.page - 1) * ROWS + 1}>
        {shown.items.map((row, index) => (
          <QueueRowCard
            key={row.jobOrderId}
            row={row}
            place={(shown.page - 1) * ROWS + index + 1}
            primary={row.jobOrderId === primaryId}
          />
        ))}
      </ol>
      <Pager page={shown.page} pages={shown.pages} onPage={setWanted} />
    </div>
  );
}

interface DataAgeProps {
  readonly dataOfUtc: string | null;
  readonly isOld: boolean;
}

/** When the MES last confirmed the list; once that is long ago, as a state that stands out. */
function DataAge({ dataOfUtc, isOld }: DataAgeProps) {
  const { time } = useScreen();
  const t = useText();
  const nowMs = useNowMs();
  if (dataOfUtc === null) return <span className={styles.data}>{t("queue.data-never")}</span>;
  const when = { time: dueLine(dataOfUtc, nowMs, time) };
  if (isOld) return <Chip state="waiting">{t("queue.data-old", when)}</Chip>;
  return <span className={styles.data}>{t("queue.data-of", when)}</span>;
}
