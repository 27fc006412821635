import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Clock.module.css";

/** The plant's time and the shift it belongs to. */
export function Clock() {
  const { model, time } = useScreen();
  const t = useText();
  const { shift } = model.station;
  return (
    <div className={styles.clock}>
      <time className={styles.time}>{time.clock(useNowMs())}</time>
      <span className={styles.shift}>
        {t("frame.clock", { shift: t(`shift.${shift.name}`), from: shift.from, to: shift.to })}
      </span>
    </div>
  );
}
