import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { queuePath } from "../../data/mes-api.ts";
import { usePolled } from "../../data/use-polled.ts";
import { formatMoment } from "../../format/moment.ts";
import styles from "./NextOrders.module.css";
import { nextOrders } from "./next-orders.ts";

const ORDERS: z.ZodType<OrdersPage> = ordersPageSchema;
const QUEUE_POLL_MS = 15_000;
const MOST_ROWS = 3;

/** What comes after the present order. Missing while the MES has not said: an empty list would claim there is nothing. */
export function NextOrders({ workUnit, nowMs }: { readonly workUnit: string; readonly nowMs: number }) {
  const intl = useIntl();
  const { data } = usePolled(queuePath(workUnit), ORDERS, QUEUE_POLL_MS);
  if (data === null) return null;
  const next = nextOrders(data.orders, workUnit, MOST_ROWS);
  if (next.length === 0) return null;
  return (
    <section className={styles.next} aria-labelledby="next-orders">
      <h4 id="next-orders" className={styles.title}>
        <FormattedMessage id="tile.next" />
      </h4>
      <ol>
        {next.map((order) => (
          <li key={order.jobOrderId} className={styles.order}>
            <strong className={styles.number}>{order.jobOrderId}</strong>
            <span className={styles.item}>{order.itemName}</span>
            {order.blockedBy !== null && (
              <span className={styles.blocked} data-state="waiting">
                <FormattedMessage id="orders.state.blocked" />
              </span>
            )}
            <span className={styles.pieces}>{intl.formatNumber(order.plannedQuantity)}</span>
            <time className={styles.due} dateTime={order.dueUtc}>
              <FormattedMessage id="detail.due" values={{ time: formatMoment(intl, order.dueUtc, nowMs) }} />
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
