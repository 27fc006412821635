import { IconBox, IconCpu, IconGridDots } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { classNames } from "../../ui/class-names.ts";
import { countSize } from "../../ui/count-size.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./CountBlock.module.css";
import { GoodLabel } from "./GoodLabel.tsx";
import type { RunPrimary } from "./run-primary.ts";

interface CountBlockProps {
  readonly order: ActiveOrderView;
  readonly primary: RunPrimary;
}

/** The good count, and how it grows: by hand, or by the machine alone. */
export function CountBlock({ order, primary }: CountBlockProps) {
  const number = useNumber();
  return (
    <section className={styles.block}>
      <GoodLabel order={order} />
      <output
        className={styles.numeral}
        data-size={countSize(number.whole(order.good))}
        data-testid="good-count"
      >
        {number.whole(order.good)}
      </output>
      {order.machineCounts ? <MachineCounts /> : <BookKeys order={order} primary={primary} />}
    </section>
  );
}

function MachineCounts() {
  const { model, time } = useScreen();
  const t = useText();
  const { lastValueUtc } = model.machine;
  return (
    <div className={styles.machine}>
      <IconCpu size={40} aria-hidden="true" />
      <div>
        <p className={styles.says}>{t("run.machine-counts")}</p>
        {lastValueUtc !== null && (
          <p className={styles.label}>
            {t("run.machine-counts-note", { time: time.clockWithSeconds(lastValueUtc) })}
          </p>
        )}
      </div>
    </div>
  );
}

function BookKeys({ order, primary }: CountBlockProps) {
  const { view, open, closeSheet } = useScreen();
  const t = useText();
  const good = useCommand("orders.reportGood");
  const padOpen = view.sheet?.kind === "pad" || view.sheet?.kind === "reading";
  const { boxQuantity } = order;
  if (order.reading !== null) {
    return (
      <div className={styles.keys}>
        <Key
          className={styles.box}
          primary={primary === "plus-one"}
          selected={padOpen}
          icon={<IconGridDots size={32} aria-hidden="true" />}
          onPress={() => (padOpen ? closeSheet() : open({ kind: "reading" }))}
        >
          {t("reading.now")}
        </Key>
      </div>
    );
  }
  return (
    <div className={styles.keys}>
      {boxQuantity !== null && (
        <Key
          className={styles.box}
          primary={primary === "box"}
          icon={<IconBox size={32} aria-hidden="true" />}
          onPress={() => void good.run({ quantity: boxQuantity, source: "box" })}
        >
          {t("key.box-short", { count: boxQuantity })}
        </Key>
      )}
      <Key
        className={boxQuantity === null ? styles.box : styles.one}
        primary={primary === "plus-one"}
        onPress={() => void good.run({ quantity: 1, source: "tile" })}
      >
        {t("key.plus-one")}
      </Key>
      <Key
        stacked
        className={classNames(styles.one, styles.pad)}
        selected={padOpen}
        icon={<IconGridDots size={32} aria-hidden="true" />}
        onPress={() => (padOpen ? closeSheet() : open({ kind: "pad" }))}
      >
        {t("key.pad")}
      </Key>
    </div>
  );
}
