import { StateShape } from "../../ui/StateShape.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { isLoud, stateLooks } from "../frame/state-look.ts";
import { elapsed } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./StateBand.module.css";
import { standWords } from "./stand-words.ts";

/** The machine's state across the whole screen, readable from two metres. */
export function StateBand() {
  const { model, language } = useScreen();
  const { machine, order } = model;
  const nowMs = useNowMs();
  const t = useText();
  return (
    <section
      className={styles.band}
      data-state={stateLooks[machine.state]}
      data-loud={isLoud(machine, nowMs)}
    >
      <StateShape state={stateLooks[machine.state]} size={60} />
      <p className={styles.word} data-lines="1">
        {t(`state.${machine.state}`)}
      </p>
      <time className={styles.time} data-lines="1">
        {elapsed(Date.parse(machine.sinceUtc), nowMs)}
      </time>
      <div className={styles.order}>
        <span className={styles.orderName} data-clip>
          {order === null ? t("home.no-order") : `${order.jobOrderId} ${order.itemName}`}
        </span>
        {order !== null && (
          <span className={styles.operation} data-clip>
            {standWords(order, language, t) ?? t("home.operation", { operation: order.operation })}
          </span>
        )}
      </div>
    </section>
  );
}
