import { CardKey } from "../../ui/CardKey.tsx";
import { useScreen } from "../app/screen-context.ts";
import { StopRowWords } from "../lists/StopRowWords.tsx";
import { minutesOrLess } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Cards.module.css";

const ROWS = 2;

export function StopsCard() {
  const { model, open } = useScreen();
  const t = useText();
  const { count, minutes, last } = model.stops;
  const title = (
    <>
      {t("home.stops")} <span className={styles.number}>{count}</span>
      {count > 0 && <span className={styles.minutes}>{minutesOrLess(minutes, t)}</span>}
    </>
  );
  return (
    <CardKey title={title} onPress={() => open({ kind: "stops" })}>
      {last.length === 0 && <span className={styles.none}>{t("home.no-stops")}</span>}
      {last.slice(0, ROWS).map((stop) => (
        <span key={stop.stopId} className={styles.row}>
          <StopRowWords stop={stop} />
        </span>
      ))}
    </CardKey>
  );
}
