import { IconScan } from "@tabler/icons-react";
import type { RefObject } from "react";
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { type OrderFilter, orderFilters } from "../../../../shared/protocol/order-filters.ts";
import type { OrdersRoute } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./OrderFilters.module.css";

interface OrderFiltersProps {
  /** null: not told yet. */
  readonly counts: Readonly<Record<OrderFilter, number>> | null;
  readonly route: OrdersRoute;
  readonly navigate: Navigate;
  readonly search: RefObject<HTMLInputElement | null>;
}

export function OrderFilters({ counts, route, navigate, search }: OrderFiltersProps) {
  const intl = useIntl();
  return (
    <div className={styles.bar}>
      <fieldset className={styles.filters} aria-label={intl.formatMessage({ id: "orders.filters" })}>
        {orderFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            className={styles.filter}
            aria-pressed={route.filter === filter}
            onClick={() => navigate({ ...route, filter, part: 1 })}
          >
            <FormattedMessage id={`orders.filter.${filter}`} />
            {counts !== null && (
              <span className={styles.count}>
                <FormattedNumber value={counts[filter]} />
              </span>
            )}
          </button>
        ))}
      </fieldset>
      <label className={styles.search}>
        <IconScan size={24} aria-hidden="true" />
        <input
          ref={search}
          type="search"
          value={route.search}
          maxLength={80}
          autoComplete="off"
          spellCheck={false}
          aria-label={intl.formatMessage({ id: "orders.search" })}
          placeholder={intl.formatMessage({ id: "orders.search" })}
          onChange={(event) => navigate({ ...route, search: event.target.value, part: 1 }, "replace")}
        />
      </label>
    </div>
  );
}
