import type { OrderRow } from "../../../../shared/protocol/pages.ts";

/** In the order of the keys on the page. */
export const orderFilters = ["running", "late", "blocked", "hold", "today", "finished", "all"] as const;
export type OrderFilter = (typeof orderFilters)[number];

export function isOrderFilter(text: string | null): text is OrderFilter {
  return orderFilters.some((filter) => filter === text);
}

const over: ReadonlySet<OrderRow["state"]> = new Set(["finished", "aborted", "cancelled"]);
const begun: ReadonlySet<OrderRow["state"]> = new Set(["setting-up", "running", "paused", "held"]);

/** Still to be worked on. */
function isOpen(order: OrderRow): boolean {
  return !over.has(order.state);
}

/** Not yet finished after its due time; a cancelled order is nobody's delay. */
export function isLate(order: OrderRow, nowMs: number): boolean {
  return isOpen(order) && Date.parse(order.dueUtc) < nowMs;
}

export function isBlocked(order: OrderRow): boolean {
  return isOpen(order) && (order.blockedBy !== null || order.state === "held");
}

function matchesFilter(order: OrderRow, filter: OrderFilter, nowMs: number): boolean {
  switch (filter) {
    case "all":
      return true;
    case "running":
      return begun.has(order.state);
    case "late":
      return isLate(order, nowMs);
    case "blocked":
      return isBlocked(order);
    case "hold":
      return isOpen(order) && (order.state === "held" || order.plannerReason !== null);
    case "today":
      return isOpen(order) && isSameDay(Date.parse(order.dueUtc), nowMs);
    case "finished":
      return order.state === "finished" || order.state === "aborted";
  }
}

/** By the calendar of the reader. */
function isSameDay(left: number, right: number): boolean {
  return new Date(left).toDateString() === new Date(right).toDateString();
}

/** Every word of the search must occur in the order number, item, operation or work unit. */
export function matchesSearch(order: OrderRow, search: string): boolean {
  const place =
    `${order.jobOrderId} ${order.itemName} ${order.operation} ${order.workUnit}`.toLocaleLowerCase();
  return words(search).every((word) => place.includes(word));
}

/** The traveller of an order carries WO before its number; a scan into the search box finds the order all the same. */
function words(search: string): readonly string[] {
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/^wo(?=\d)/, ""));
}

export function countByFilter(
  orders: readonly OrderRow[],
  nowMs: number,
): Readonly<Record<OrderFilter, number>> {
  const counts: Record<OrderFilter, number> = {
    running: 0,
    late: 0,
    blocked: 0,
    hold: 0,
    today: 0,
    finished: 0,
    all: 0,
  };
  for (const order of orders) {
    for (const filter of orderFilters) if (matchesFilter(order, filter, nowMs)) counts[filter] += 1;
  }
  return counts;
}

export interface OrderSelection {
  readonly filter: OrderFilter;
  readonly search: string;
}

/**
 * The rows to show: what is still to be worked on first, earliest due on top; behind it what is over, latest on top.
 * Equal due times go by number, so that rows never swap on their own.
 */
export function selectOrders(
  orders: readonly OrderRow[],
  selection: OrderSelection,
  nowMs: number,
): readonly OrderRow[] {
  return orders
    .filter(
      (order) => matchesFilter(order, selection.filter, nowMs) && matchesSearch(order, selection.search),
    )
    .toSorted(
      (left, right) =>
        Number(isOpen(right)) - Number(isOpen(left)) ||
        left.dueUtc.localeCompare(right.dueUtc) * (isOpen(left) ? 1 : -1) ||
        left.jobOrderId.localeCompare(right.jobOrderId),
    );
}
