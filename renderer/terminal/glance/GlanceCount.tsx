import { BoxRuler } from "../../ui/BoxRuler.tsx";
import { countSize } from "../../ui/count-size.ts";
import { useScreen } from "../app/screen-context.ts";
import { deltaWords } from "../home/order-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./GlanceCount.module.css";

export function GlanceCount() {
  const { order } = useScreen().model;
  const t = useText();
  const number = useNumber();
  if (order === null) {
    return (
      <section className={styles.section}>
        <p className={styles.none}>{t("glance.no-order")}</p>
      </section>
    );
  }
  return (
    <section className={styles.section}>
      <p className={styles.label} data-clip>
        {t("glance.good", { order: order.jobOrderId, item: order.itemName })}
      </p>
      <p className={styles.line} data-size={countSize(number.whole(order.good))}>
        <span className={styles.count} data-lines="1">
          {number.whole(order.good)} <span className={styles.planned}>/ {number.whole(order.planned)}</span>
        </span>
        <span className={styles.delta} data-lines="1">
          {deltaWords(order, t)}
        </span>
      </p>
      <BoxRuler
        good={order.good}
        planned={order.planned}
        boxQuantity={order.boxQuantity}
        target={order.targetNow}
        heightPx={40}
        label={t("home.ruler", { good: order.good, planned: order.planned, target: order.targetNow })}
      />
    </section>
  );
}
