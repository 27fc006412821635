import { IconChecks } from "@tabler/icons-react";
import { type RefObject, useRef } from "react";
import { FormattedMessage } from "react-intl";
import type { z } from "zod";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { ordersPath } from "../../data/mes-api.ts";
import { mesNowMs } from "../../data/mes-clock.ts";
import { useNow } from "../../data/use-now.ts";
import { usePolled } from "../../data/use-polled.ts";
import { noticeOf } from "../../shell/notice-of.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import type { OrdersRoute } from "../../shell/route.ts";
import type { Shell } from "../../shell/shell.ts";
import { OrderFilters } from "./OrderFilters.tsx";
import { OrderPlanning } from "./OrderPlanning.tsx";
import { OrdersTable } from "./OrdersTable.tsx";
import styles from "./OrdersView.module.css";
import { countByFilter, selectOrders } from "./order-filter.ts";

const ORDERS_POLL_MS = 3_000;
/** More rows than anyone reads; the search finds the rest, and the foot line says how many there are. */
const MOST_ROWS = 200;
const ORDERS: z.ZodType<OrdersPage> = ordersPageSchema;

interface OrdersViewProps {
  readonly shell: Shell;
  readonly route: OrdersRoute;
}

export function OrdersView({ shell, route }: OrdersViewProps) {
  const source = usePolled(ordersPath, ORDERS, ORDERS_POLL_MS);
  const now = useNow();
  const search = useRef<HTMLInputElement>(null);
  const notice = noticeOf(source, now);
  const { data, receivedAtMs } = source;
  const asOfUtc = data?.asOfUtc ?? null;
  return (
    <PageFrame shell={shell} page="orders" asOfUtc={asOfUtc} notice={notice} height="flow">
      {data === null || receivedAtMs === null ? (
        notice === null && (
          <p className={styles.empty}>
            <FormattedMessage id="loading" />
          </p>
        )
      ) : (
        <OrdersBody
          page={data}
          nowMs={mesNowMs({ asOfUtc: data.asOfUtc, receivedAtMs }, now)}
          route={route}
          navigate={shell.navigate}
          search={search}
        />
      )}
    </PageFrame>
  );
}

interface OrdersBodyProps {
  readonly page: OrdersPage;
  readonly nowMs: number;
  readonly route: OrdersRoute;
  readonly navigate: Shell["navigate"];
  readonly search: RefObject<HTMLInputElement | null>;
}

function OrdersBody({ page, nowMs, route, navigate, search }: OrdersBodyProps) {
  const shown = selectOrders(page.orders, route, nowMs).slice(0, MOST_ROWS);
  const showAll = (): void => {
    navigate({ ...route, filter: "all", search: "" });
    search.current?.focus();
  };
  return (
    <div className={styles.page}>
      <OrderFilters
        counts={countByFilter(page.orders, nowMs)}
        route={route}
        navigate={navigate}
        search={search}
      />
      <OrderPlanning />
      {shown.length > 0 ? (
        <OrdersTable orders={shown} nowMs={nowMs} route={route} navigate={navigate} />
      ) : (
        <NoOrders isFiltered={page.orders.length > 0} showAll={showAll} />
      )}
      <footer className={styles.foot}>
        <p className={styles.received}>
          <IconChecks size={20} aria-hidden="true" />
          <FormattedMessage id="orders.received" />
        </p>
        <p role="status">
          <FormattedMessage id="orders.shown" values={{ shown: shown.length, total: page.orders.length }} />
        </p>
      </footer>
    </div>
  );
}

function NoOrders({ isFiltered, showAll }: { readonly isFiltered: boolean; readonly showAll: () => void }) {
  return (
    <div className={styles.empty}>
      <p>
        <FormattedMessage id={isFiltered ? "orders.none" : "orders.noneAtAll"} />
      </p>
      {isFiltered && (
        <button type="button" className={styles.showAll} onClick={showAll}>
          <FormattedMessage id="orders.showAll" />
        </button>
      )}
    </div>
  );
}
