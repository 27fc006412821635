import type { OrdersPage } from "../../shared/protocol/pages.ts";
import { type OrdersSource, readBoard } from "./read-board.ts";
import { countEnded, readEnded } from "./read-ended-orders.ts";
import { readOrderRows } from "./read-order-rows.ts";
import { countOpen, type OrderSelection, selectOpen } from "./select-orders.ts";

export interface OrdersQuery extends OrderSelection {
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

/**
 * One page of the orders that a reader asks for: open ones by due time, behind them those that ended, latest due first.
 * Open ones are all read, since one may wait for any other; of those that ended only what is shown.
 */
export async function readOrdersPage(source: OrdersSource, query: OrdersQuery): Promise<OrdersPage> {
  const { db, nowUtc } = source;
  const { filter, search, page, limit, timeZone } = query;
  const board = await readBoard(source);
  const open = selectOpen(board, query);
  const endedEver = await countEnded(db, { search: "", workUnit: null });
  const showsEnded = filter === "all" || filter === "finished";
  const skip = (page - 1) * limit;
  const shownOpen = open.slice(skip, skip + limit);
  const room = { skip: Math.max(0, skip - open.length), most: limit - shownOpen.length };
  const shownEnded = showsEnded ? await readEnded(db, query, room) : [];
  const counts = countOpen(board, timeZone);
  return {
    asOfUtc: nowUtc,
    filter,
    search,
    page,
    limit,
    total: open.length + (showsEnded ? await countEnded(db, query) : 0),
    counts: { ...counts, finished: endedEver, all: counts.all + endedEver },
    orders: await readOrderRows(source, board, [...shownOpen, ...shownEnded]),
  };
}
