import type { UpstreamView } from "../../../shared/screen/route-view.ts";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { standWords } from "../home/stand-words.ts";
import { dueLine } from "../text/due-words.ts";
import { useText } from "../text/use-text.ts";
import styles from "./RunTitle.module.css";

export function RunTitle({ order, short }: { readonly order: ActiveOrderView; readonly short: boolean }) {
  const { time, language } = useScreen();
  const t = useText();
  const stand = standWords(order, language, t);
  const due = dueLine(order.dueUtc, useNowMs(), time);
  return (
    <header className={styles.title}>
      {short ? (
        <p className={styles.name} data-clip>
          {order.jobOrderId} {order.itemName}
        </p>
      ) : (
        <ScreenHeading clips className={styles.name}>
          {order.jobOrderId} {order.itemName}
        </ScreenHeading>
      )}
      {!short && (
        <span className={styles.note}>{t("run.title-note", { operation: order.operation, due })}</span>
      )}
      {!short && stand === null && order.upstream !== null && <Upstream upstream={order.upstream} />}
      {stand !== null && (order.hold === null || order.hold.isLifted) && (
        <span className={styles.chip}>
          <Chip state={order.state === "setting-up" ? "setup" : "waiting"}>{stand}</Chip>
        </span>
      )}
    </header>
  );
}

/** What came from the operation before, and back from rework. */
function Upstream({ upstream }: { readonly upstream: UpstreamView }) {
  const t = useText();
  const { operation, handedOn, of, returned } = upstream;
  return (
    <div className={styles.upstream}>
      <p>{t("run.upstream", { operation, handedOn, of })}</p>
      {returned > 0 && <p>{t("run.upstream-back", { count: returned })}</p>}
    </div>
  );
}
