import { IconHistory } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { BoxRuler } from "../../ui/BoxRuler.tsx";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { deltaWords, dueNote } from "../home/order-words.ts";
import { dueLine } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useWording } from "../text/wording.ts";
import styles from "./ProgressPanel.module.css";

/** Against the plan: boxes made, where it should be now, when it will be ready. */
export function ProgressPanel({ order }: { readonly order: ActiveOrderView }) {
  const { open } = useScreen();
  const wording = useWording();
  const { t, time, nowMs } = wording;
  const number = useNumber();
  return (
    <section className={styles.panel}>
      <BoxRuler
        good={order.good}
        elsewhere={order.elsewhere?.good ?? 0}
        planned={order.planned}
        boxQuantity={order.boxQuantity}
        target={order.targetNow}
        heightPx={28}
        label={t("home.ruler", { good: order.good, planned: order.planned, target: order.targetNow })}
      />
      <div className={styles.lower}>
        <dl className={styles.figures}>
          <div>
            <dt>{t("home.target")}</dt>
            <dd>{number.whole(order.targetNow)}</dd>
            <dd className={styles.note}>{deltaWords(order, t)}</dd>
          </div>
          <div>
            <dt>{t(order.readyAboutUtc === null ? "home.due-label" : "home.ready")}</dt>
            <dd>{dueLine(order.readyAboutUtc ?? order.dueUtc, nowMs, time)}</dd>
            <dd className={styles.note}>{dueNote(order, wording)}</dd>
          </div>
        </dl>
        <Key
          stacked
          className={styles.history}
          icon={<IconHistory size={28} aria-hidden="true" />}
          onPress={() => open({ kind: "history" })}
        >
          {t("history.key")}
        </Key>
      </div>
    </section>
  );
}
