import { FormattedNumber, useIntl } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import { GoodBar } from "./GoodBar.tsx";
import styles from "./OrderLine.module.css";
import { OrderState } from "./OrderState.tsx";
import { MaterialWords, ReadyTime, RiskWords } from "./Outlook.tsx";

interface OrderLineProps {
  readonly order: OrderRow;
  readonly nowMs: number;
  readonly isOpen: boolean;
  readonly panelId: string;
  readonly toggle: () => void;
}

/** One order. Its number is the key that opens it, and its hit area is the whole row. */
export function OrderLine({ order, nowMs, isOpen, panelId, toggle }: OrderLineProps) {
  const intl = useIntl();
  const label = intl.formatMessage({ id: "orders.open" }, { order: order.jobOrderId, item: order.itemName });
  return (
    <tr
      className={styles.line}
      data-testid={`order-${order.jobOrderId}`}
      {...(isOpen ? { "data-open": "" } : {})}
    >
      <th scope="row" className={styles.order}>
        <button
          type="button"
          className={styles.key}
          aria-expanded={isOpen}
          aria-label={label}
          onClick={toggle}
          {...(isOpen ? { "aria-controls": panelId } : {})}
        >
          {order.jobOrderId}
        </button>
      </th>
      <td className={styles.item}>
        <span className={styles.clamped} title={order.itemName}>
          {order.itemName}
        </span>
      </td>
      <td>
        <GoodBar good={order.good} planned={order.plannedQuantity} />
      </td>
      <td className={styles.scrap}>
        <ScrapShare order={order} />
      </td>
      <td className={styles.operation}>
        <OrderState order={order} isOpen={isOpen} />
      </td>
      <td className={styles.nowrap}>{order.workUnit}</td>
      <td>
        <ReadyTime order={order} nowMs={nowMs} />
      </td>
      <td className={styles.nowrap}>
        <time dateTime={order.dueUtc}>{formatMoment(intl, order.dueUtc, nowMs)}</time>
      </td>
      <td>
        <RiskWords order={order} />
      </td>
      <td>
        <MaterialWords order={order} nowMs={nowMs} />
      </td>
      <td className={styles.hold}>
        {order.outlook !== null && order.plannerReason !== null && (
          <span className={styles.clamped} title={order.plannerReason}>
            {order.plannerReason}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Of all pieces made; before the first there is no share. */
function ScrapShare({ order: { good, scrap, rework } }: Pick<OrderLineProps, "order">) {
  const made = good + scrap + rework;
  if (made <= 0) return "–";
  return (
    <FormattedNumber
      value={scrap / made}
      style="percent"
      minimumFractionDigits={1}
      maximumFractionDigits={1}
    />
  );
}
