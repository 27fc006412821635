import { Fragment, useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import type { OrdersRoute } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import { OrderDetailPanel } from "./OrderDetailPanel.tsx";
import { OrderLine } from "./OrderLine.tsx";
import styles from "./OrdersTable.module.css";

const columns = [
  "order",
  "item",
  "good",
  "scrap",
  "operation",
  "workUnit",
  "ready",
  "due",
  "risk",
  "material",
  "hold",
] as const;
const numeric: ReadonlySet<string> = new Set(["scrap", "hold"]);

interface OrdersTableProps {
  readonly orders: readonly OrderRow[];
  readonly nowMs: number;
  readonly route: OrdersRoute;
  readonly navigate: Navigate;
}

/** All shown orders; one may be open, with what was booked, measured and found on it. */
export function OrdersTable({ orders, nowMs, route, navigate }: OrdersTableProps) {
  const intl = useIntl();
  const panelId = useId();
  const toggle = (jobOrderId: string): void =>
    navigate({ ...route, openOrder: route.openOrder === jobOrderId ? null : jobOrderId });
  return (
    <section className={styles.frame} aria-label={intl.formatMessage({ id: "orders.title" })}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column} data-numeric={numeric.has(column)}>
                <FormattedMessage id={`orders.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => {
            const isOpen = order.jobOrderId === route.openOrder;
            return (
              <Fragment key={order.jobOrderId}>
                <OrderLine
                  order={order}
                  nowMs={nowMs}
                  isOpen={isOpen}
                  panelId={panelId}
                  toggle={() => toggle(order.jobOrderId)}
                />
                {isOpen && (
                  <tr className={styles.open} id={panelId}>
                    <td colSpan={columns.length}>
                      <OrderDetailPanel
                        key={order.jobOrderId}
                        jobOrderId={order.jobOrderId}
                        nowMs={nowMs}
                        navigate={navigate}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
