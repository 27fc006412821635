import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { classNames } from "../../ui/class-names.ts";
import { useScreen } from "../app/screen-context.ts";
import { GoodPad } from "../pad/GoodPad.tsx";
import { ReadingPad } from "../pad/ReadingPad.tsx";
import { CountBlock } from "./CountBlock.tsx";
import { MaterialCard } from "./MaterialCard.tsx";
import { NoOrder } from "./NoOrder.tsx";
import { OrderKeys } from "./OrderKeys.tsx";
import { OrderOverview } from "./OrderOverview.tsx";
import { RejectKeys } from "./RejectKeys.tsx";
import styles from "./RunScreen.module.css";
import { RunTitle } from "./RunTitle.tsx";
import { runPrimary, standsInLastRow } from "./run-primary.ts";

/** Lines of material there is room for; one fewer where the last row of keys is tall. */
const ROWS = 3;

/** Working an order: scan first, count, reject, pause, finish. */
export function RunScreen() {
  const { order } = useScreen().model;
  return order === null ? <NoOrder /> : <RunningOrder order={order} />;
}

function RunningOrder({ order }: { readonly order: ActiveOrderView }) {
  const { model, view } = useScreen();
  const reads = view.sheet?.kind === "reading" || order.reading !== null;
  const padOpen = (view.sheet?.kind === "pad" || view.sheet?.kind === "reading") && !order.machineCounts;
  const primary = runPrimary({ order, padOpen, hasChecks: model.checks.length > 0 });
  const tall = standsInLastRow(primary);
  return (
    <div
      className={classNames(styles.screen, padOpen && styles.padOpen)}
      data-last-row={tall ? "tall" : "low"}
    >
      {padOpen && (reads ? <ReadingPad order={order} /> : <GoodPad order={order} />)}
      <RunTitle order={order} short={padOpen} />
      {!padOpen && <OrderOverview order={order} primary={primary} />}
      <div className={styles.right}>
        <CountBlock order={order} primary={primary} />
        <RejectKeys order={order} />
        <MaterialCard rows={tall ? ROWS - 1 : ROWS} />
        <OrderKeys order={order} primary={primary} />
      </div>
    </div>
  );
}
