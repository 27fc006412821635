import { IconCheck, IconChecks, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type RefObject, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type OrdersPage, ordersPageSchema } from "../../../../shared/protocol/pages.ts";
import { ordersPagePath } from "../../data/mes-api.ts";
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

const ORDERS_POLL_MS = 3_000;
const ORDERS: z.ZodType<OrdersPage> = ordersPageSchema;

interface OrdersViewProps {
  readonly shell: Shell;
  readonly route: OrdersRoute;
}

export function OrdersView({ shell, route }: OrdersViewProps) {
  const { filter, search, part } = route;
  const source = usePolled(ordersPagePath({ filter, search, page: part }), ORDERS, ORDERS_POLL_MS);
  const now = useNow();
  const searchField = useRef<HTMLInputElement>(null);
  const notice = noticeOf(source, now);
  const { data, receivedAtMs } = source;
  const isAnswer = data !== null && isAnswerTo(data, route);
  // Until the new rows are here the old ones stay; they go when the MES cannot be asked, so that none stands under a wrong filter.
  const shown = isAnswer || notice === null ? data : null;
  const nowMs =
    data === null || receivedAtMs === null ? now : mesNowMs({ asOfUtc: data.asOfUtc, receivedAtMs }, now);
  return (
    <PageFrame shell={shell} page="orders" asOfUtc={data?.asOfUtc ?? null} notice={notice} height="flow">
      <div className={styles.page}>
        <OrderFilters
          counts={data?.counts ?? null}
          route={route}
          navigate={shell.navigate}
          search={searchField}
        />
        <OrderPlanning />
        {shown === null ? (
          notice === null && (
            <p className={styles.empty}>
              <FormattedMessage id="loading" />
            </p>
          )
        ) : (
          <OrdersBody
            page={shown}
            nowMs={nowMs}
            route={route}
            navigate={shell.navigate}
            search={searchField}
          />
        )}
      </div>
    </PageFrame>
  );
}

function isAnswerTo(page: OrdersPage, { filter, search, part }: OrdersRoute): boolean {
  return page.filter === filter && page.search === search && page.page === part;
}

interface OrdersBodyProps {
  readonly page: OrdersPage;
  readonly nowMs: number;
  readonly route: OrdersRoute;
  readonly navigate: Shell["navigate"];
  readonly search: RefObject<HTMLInputElement | null>;
}

function OrdersBody({ page, nowMs, route, navigate, search }: OrdersBodyProps) {
  const showAll = (): void => {
    navigate({ ...route, filter: "all", search: "", part: 1 });
    search.current?.focus();
  };
  return (
    <>
      {page.orders.length > 0 ? (
        <OrdersTable orders={page.orders} nowMs={nowMs} route={route} navigate={navigate} />
      ) : (
        <NoOrders isFiltered={page.counts.all > 0} showAll={showAll} />
      )}
      <footer className={styles.foot}>
        <p className={styles.received}>
          <IconCheck size={20} aria-hidden="true" />
          <FormattedMessage id="orders.saved" />
          <IconChecks size={20} aria-hidden="true" />
          <FormattedMessage id="orders.received" />
        </p>
        <Parts page={page} route={route} navigate={navigate} />
      </footer>
    </>
  );
}

/** Which part of the list is shown, and the way to the others. */
function Parts({ page, route, navigate }: Pick<OrdersBodyProps, "page" | "route" | "navigate">) {
  const first = (page.page - 1) * page.limit + 1;
  const last = Math.min(page.total, first + page.orders.length - 1);
  const hasParts = page.total > page.limit;
  const turnTo = (part: number) => (): void => navigate({ ...route, part, openOrder: null });
  return (
    <div className={styles.parts}>
      <p role="status">
        {hasParts ? (
          <FormattedMessage id="orders.part" values={{ first, last, total: page.total }} />
        ) : (
          <FormattedMessage
            id="orders.shown"
            values={{ shown: page.orders.length, total: page.counts.all }}
          />
        )}
      </p>
      {hasParts && <TurnKey to="previousPart" isThere={page.page > 1} turn={turnTo(page.page - 1)} />}
      {hasParts && <TurnKey to="nextPart" isThere={last < page.total} turn={turnTo(page.page + 1)} />}
    </div>
  );
}

interface TurnKeyProps {
  readonly to: "previousPart" | "nextPart";
  readonly isThere: boolean;
  readonly turn: () => void;
}

function TurnKey({ to, isThere, turn }: TurnKeyProps) {
  const intl = useIntl();
  const Icon = to === "previousPart" ? IconChevronLeft : IconChevronRight;
  return (
    <button
      type="button"
      className={styles.turn}
      aria-label={intl.formatMessage({ id: `orders.${to}` })}
      disabled={!isThere}
      onClick={turn}
    >
      <Icon size={20} aria-hidden="true" />
    </button>
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
