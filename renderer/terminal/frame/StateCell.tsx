import { StateShape } from "../../ui/StateShape.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { elapsed } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./StateCell.module.css";
import { isLoud, stateLooks } from "./state-look.ts";

/** The machine's state on every screen that has no band: bar, shape, word and time in it. */
export function StateCell() {
  const { machine } = useScreen().model;
  const nowMs = useNowMs();
  const t = useText();
  return (
    <div className={styles.cell} data-state={stateLooks[machine.state]} data-loud={isLoud(machine, nowMs)}>
      <StateShape state={stateLooks[machine.state]} size={40} />
      <div className={styles.words}>
        <span className={styles.word} data-lines="1">
          {t(`state.${machine.state}`)}
        </span>
        <span className={styles.time}>{elapsed(Date.parse(machine.sinceUtc), nowMs)}</span>
      </div>
    </div>
  );
}
