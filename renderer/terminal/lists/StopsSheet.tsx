import { useScreen } from "../app/screen-context.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Lists.module.css";
import { StopRowWords } from "./StopRowWords.tsx";

const ROWS = 6;

/** The stops of this shift, newest first. */
export function StopsSheet() {
  const { stops } = useScreen().model;
  const t = useText();
  return (
    <SheetLayout
      heading={t("list.stops")}
      note={t("list.stops-note", { count: stops.count, minutes: stops.minutes })}
      closeIsPrimary
    >
      <ul className={styles.list}>
        {stops.last.slice(0, ROWS).map((stop) => (
          <li key={stop.sinceUtc} className={styles.row}>
            <StopRowWords stop={stop} />
          </li>
        ))}
        {stops.last.length === 0 && <li className={styles.row}>{t("home.no-stops")}</li>}
      </ul>
    </SheetLayout>
  );
}
