import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { BoxRuler } from "../../ui/BoxRuler.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { useScreen } from "../app/screen-context.ts";
import { deltaWords } from "../home/order-words.ts";
import { dueLine } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./OrderPanel.module.css";

/** What the machine works at, and how far it is. */
export function OrderPanel() {
  const { order } = useScreen().model;
  const { t } = useWording();
  if (order === null) {
    return (
      <Panel title={t("home.idle-title")}>
        <p className={styles.none}>{t("home.idle-note")}</p>
      </Panel>
    );
  }
  return <WorkedOrder order={order} />;
}

function WorkedOrder({ order }: { readonly order: ActiveOrderView }) {
  const { t, time, nowMs } = useWording();
  const number = useNumber();
  const { good, planned, targetNow } = order;
  const due = dueLine(order.dueUtc, nowMs, time);
  return (
    <Panel
      title={
        <span className={styles.name} data-clip>
          {order.jobOrderId} {order.itemName}
        </span>
      }
      aside={<span data-clip>{t("run.title-note", { operation: order.operation, due })}</span>}
      className={styles.panel}
    >
      <p className={styles.count}>
        <span className={styles.good}>{number.whole(good)}</span>
        <span className={styles.planned}>{t("queue.made-of", { planned })}</span>
        <span className={styles.delta}>{deltaWords(order, t)}</span>
      </p>
      <BoxRuler
        good={good}
        planned={planned}
        boxQuantity={order.boxQuantity}
        target={targetNow}
        label={t("home.ruler", { good, planned, target: targetNow })}
      />
    </Panel>
  );
}
