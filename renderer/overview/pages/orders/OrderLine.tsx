import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { formatAge } from "../../format/age.ts";
import { formatMoment } from "../../format/moment.ts";
import { GoodBar } from "./GoodBar.tsx";
import styles from "./OrderLine.module.css";
import { OrderState } from "./OrderState.tsx";
import { isLate } from "./order-filter.ts";

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
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
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
          <Chevron size={20} aria-hidden="true" />
          {order.jobOrderId}
        </button>
      </th>
      <td className={styles.item}>{order.itemName}</td>
      <td>
        <GoodBar good={order.good} planned={order.plannedQuantity} />
      </td>
      <Count value={order.scrap} />
      <Count value={order.rework} />
      <td className={styles.checks}>
        <FormattedNumber value={order.checks.measured} />
        {order.checks.outside > 0 && (
          <span className={styles.outside} data-state="stopped">
            <FormattedMessage id="orders.outside" values={{ count: order.checks.outside }} />
          </span>
        )}
      </td>
      <Count value={order.defects} />
      <td className={styles.operation}>{order.operation}</td>
      <td className={styles.nowrap}>{order.workUnit}</td>
      <td>
        <OrderState order={order} />
      </td>
      <td className={styles.due}>
        <time dateTime={order.dueUtc}>{formatMoment(intl, order.dueUtc, nowMs)}</time>
        {isLate(order, nowMs) && (
          <span className={styles.late} data-state="stopped">
            <FormattedMessage
              id="orders.late"
              values={{ age: formatAge(intl, nowMs - Date.parse(order.dueUtc)) }}
            />
          </span>
        )}
      </td>
    </tr>
  );
}

/** Nothing is quiet, something is text: the eye finds the rows with scrap without reading zeros. */
function Count({ value }: { readonly value: number }) {
  return (
    <td className={styles.count} {...(value === 0 ? { "data-none": "" } : {})}>
      <FormattedNumber value={value} />
    </td>
  );
}
