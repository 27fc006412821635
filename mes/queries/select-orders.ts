import { matchesSearch } from "../../shared/domain/orders/search-text.ts";
import { wallMsAt } from "../../shared/lib/wall-time.ts";
import { type OrderFilter, orderFilters } from "../../shared/protocol/order-filters.ts";
import type { OrderFacts } from "./order-facts.ts";
import { riskOf } from "./order-outlook.ts";
import type { Board } from "./read-board.ts";

/** Which orders a reader asks for. */
export interface OrderSelection {
  readonly filter: OrderFilter;
  readonly search: string;
  /** null: of all. */
  readonly workUnit: string | null;
  /** Whose midnight ends "today". */
  readonly timeZone: string;
}

export type BoardOfOpen = Pick<Board, "open" | "forecasts" | "nowMs">;

/** The open orders of a selection, earliest due first. Equal due times go by number, so that rows never swap on their own. */
export function selectOpen(board: BoardOfOpen, selection: OrderSelection): readonly OrderFacts[] {
  const { filter, search, workUnit, timeZone } = selection;
  return board.open
    .filter(({ jobOrder }) => workUnit === null || jobOrder.workUnit === workUnit)
    .filter((order) => matchesFilter(order, filter, { board, timeZone }))
    .filter(({ jobOrder }) => matchesSearch(jobOrder, search))
    .toSorted(
      ({ jobOrder: left }, { jobOrder: right }) =>
        compare(left.dueUtc, right.dueUtc) || compare(left.jobOrderId, right.jobOrderId),
    );
}

/** How many open orders each filter shows, whatever is searched for. */
export function countOpen(board: BoardOfOpen, timeZone: string): Readonly<Record<OrderFilter, number>> {
  const count = (filter: OrderFilter): number =>
    board.open.filter((order) => matchesFilter(order, filter, { board, timeZone })).length;
  return Object.fromEntries(orderFilters.map((filter) => [filter, count(filter)])) as Record<
    OrderFilter,
    number
  >;
}

interface FilterContext {
  readonly board: BoardOfOpen;
  readonly timeZone: string;
}

function matchesFilter(order: OrderFacts, filter: OrderFilter, { board, timeZone }: FilterContext): boolean {
  const { jobOrder, state } = order;
  switch (filter) {
    case "all":
      return true;
    case "running":
      return state === "setting-up" || state === "running" || state === "paused" || isHeldAtWork(order);
    case "late":
      return riskOf(board, order).kind === "late";
    case "blocked":
      return jobOrder.blockedBy !== null || state === "held";
    case "hold":
      return state === "held" || (jobOrder.hold ?? null) !== null;
    case "today":
      return dayOf(Date.parse(jobOrder.dueUtc), timeZone) === dayOf(board.nowMs, timeZone);
    case "finished":
      return false;
  }
}

/** Begun and interrupted by the planner; one that nobody began is on hold, and not at work. */
function isHeldAtWork({ state, startedUtc }: OrderFacts): boolean {
  return state === "held" && startedUtc !== null;
}

function dayOf(atMs: number, timeZone: string): string {
  return new Date(wallMsAt(atMs, timeZone)).toISOString().slice(0, 10);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
