import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { BoxRuler } from "../../ui/BoxRuler.tsx";
import { classNames } from "../../ui/class-names.ts";
import { countSize } from "../../ui/count-size.ts";
import { useScreen } from "../app/screen-context.ts";
import { dueLine } from "../text/due-words.ts";
import { useNumber } from "../text/use-number.ts";
import type { Text } from "../text/use-text.ts";
import { useWording } from "../text/wording.ts";
import styles from "./CountsSection.module.css";
import { Figure } from "./Figure.tsx";
import { deltaWords, dueNote } from "./order-words.ts";

/** The count that matters, what it should be, and what it cost. */
export function CountsSection({ order }: { readonly order: ActiveOrderView }) {
  const wording = useWording();
  const { t, time, nowMs } = wording;
  const unheardSince = useUnheardSince(order);
  const number = useNumber();
  const size = countSize(number.whole(order.good));
  const made = order.good + order.scrap + order.rework;
  const share = (count: number) => (made === 0 ? undefined : number.percent(count / made));
  return (
    <section className={styles.section}>
      <div className={styles.figures}>
        <div className={classNames(styles.good, unheardSince !== null && styles.stale)}>
          <span className={styles.label}>{goodWords(order, unheardSince, t)}</span>
          <p className={styles.count}>
            <output className={styles.numeral} data-size={size} data-testid="good-count">
              {number.whole(order.good)}
            </output>
            <span className={styles.planned} data-size={size}>
              {t("home.of", { planned: order.planned })}
            </span>
          </p>
        </div>
        <Figure
          label={t("home.target")}
          value={number.whole(order.targetNow)}
          note={deltaWords(order, t)}
          strong
        />
        <Figure
          label={t(order.readyAboutUtc === null ? "home.due-label" : "home.ready")}
          value={dueLine(order.readyAboutUtc ?? order.dueUtc, nowMs, time)}
          note={dueNote(order, wording)}
          strong
        />
        <Figure
          label={t("home.scrap")}
          value={number.whole(order.scrap)}
          note={share(order.scrap)}
          testId="scrap-count"
        />
        <Figure
          label={t("home.rework")}
          value={number.whole(order.rework)}
          note={share(order.rework)}
          testId="rework-count"
        />
      </div>
      <BoxRuler
        good={order.good}
        elsewhere={order.elsewhere?.good ?? 0}
        planned={order.planned}
        boxQuantity={order.boxQuantity}
        target={order.targetNow}
        label={t("home.ruler", { good: order.good, planned: order.planned, target: order.targetNow })}
      />
    </section>
  );
}

/** What the count is: of here alone where others have made some, and as of when where the machine is not heard. */
function goodWords({ elsewhere }: ActiveOrderView, unheardSince: string | null, t: Text): string {
  if (unheardSince !== null) return t("home.good-as-of", { time: unheardSince });
  return elsewhere === null ? t("home.good") : t("home.good-elsewhere", { elsewhere: elsewhere.good });
}

/** When the count was last true: a machine that counts and is not heard may have made more. */
function useUnheardSince(order: ActiveOrderView): string | null {
  const { model, time } = useScreen();
  const { state, lastValueUtc } = model.machine;
  if (!order.machineCounts || state !== "no-data" || lastValueUtc === null) return null;
  return time.clock(lastValueUtc);
}
