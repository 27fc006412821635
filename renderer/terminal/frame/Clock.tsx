import { textIn } from "../../../shared/domain/people/localized-text.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./Clock.module.css";

/** The plant's time and the shift it belongs to. */
export function Clock() {
  const { time } = useScreen();
  return (
    <div className={styles.clock}>
      <time className={styles.time}>{time.clock(useNowMs())}</time>
      <span className={styles.shift}>{useShiftWords()}</span>
    </div>
  );
}

function useShiftWords(): string {
  const { model, language } = useScreen();
  const t = useText();
  const { shift } = model.station;
  if (shift === null) return t("frame.no-shift");
  const { name, from, to, isBreak } = shift;
  const words = { shift: textIn(name, language) };
  return isBreak ? t("frame.clock-break", words) : t("frame.clock", { ...words, from, to });
}
