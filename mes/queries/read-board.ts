import type { MeasuredPace } from "../../shared/domain/orders/measured-pace.ts";
import {
  forecastOrders,
  type OpenOrder,
  type OrderForecast,
} from "../../shared/domain/orders/order-forecast.ts";
import { compareQueued } from "../../shared/domain/orders/queue-order.ts";
import type { WorkedTime } from "../../shared/domain/shifts/worked-time.ts";
import type { OrderOutlook } from "../../shared/protocol/order-outlook.ts";
import type { Presence } from "../live/presence.ts";
import { isWaiting, type OrderFacts, readOrderFacts } from "./order-facts.ts";
import type { LotsSource } from "./read-lots-at-hand.ts";
import { readPaces } from "./read-paces.ts";
import { readSetUps } from "./read-set-ups.ts";
import { readSilences } from "./read-silences.ts";
import { readWorkedTimes } from "./read-worked-times.ts";

/** Where the pages of orders come from. */
export interface OrdersSource extends LotsSource {
  readonly presence: Presence;
  readonly nowUtc: string;
}

/** All orders that have not ended, and what is to be expected of each: one may wait for any other. */
export interface Board {
  readonly nowMs: number;
  readonly open: readonly OrderFacts[];
  readonly forecasts: ReadonlyMap<string, OrderForecast>;
  readonly paces: ReadonlyMap<string, MeasuredPace>;
  readonly places: ReadonlyMap<string, NonNullable<OrderOutlook["queuePlace"]>>;
  readonly timeOf: (workUnit: string) => WorkedTime;
}

export async function readBoard({ db, presence, vocabulary, nowUtc }: OrdersSource): Promise<Board> {
  const nowMs = Date.parse(nowUtc);
  const open = await readOrderFacts(db, { sql: "WHERE NOT ended", values: [] });
  const timeOf = await readWorkedTimes(db);
  const running = open.filter(({ state }) => state === "running");
  const paces = await readPaces(db, running, { vocabulary, nowMs, timeOf });
  const beforeRun = open.filter((order) => isWaiting(order) || order.state === "setting-up");
  const setUps = await readSetUps(
    db,
    beforeRun.map(({ jobOrder }) => jobOrder),
    { vocabulary, timeOf },
  );
  const silenceOf = await readSilences(db, presence, nowMs);
  const orders = open.flatMap((facts): readonly OpenOrder[] => {
    const { jobOrder: order, state, startedUtc, sinceUtc, good, sums } = facts;
    if (state === "finished" || state === "aborted" || state === "cancelled") return [];
    const [startedMs, sinceMs] = [instant(startedUtc), instant(sinceUtc)];
    const pace = paces.get(order.jobOrderId) ?? null;
    const { scrap, rework } = sums;
    const measuredSetUpMs = setUps.get(order.jobOrderId) ?? null;
    const made = { good, scrap, rework, pace, measuredSetUpMs };
    return [{ order, state, startedMs, sinceMs, ...made, silence: silenceOf(facts) }];
  });
  const forecasts = forecastOrders(orders, { nowMs, timeOf });
  return { nowMs, open, forecasts, paces, places: placesOf(open), timeOf };
}

function instant(utc: string | null): number | null {
  return utc === null ? null : Date.parse(utc);
}

/** The place of each order that nobody has begun in the queue of its work unit. */
function placesOf(open: readonly OrderFacts[]): Board["places"] {
  const waiting = open.filter(isWaiting);
  const queues = Map.groupBy(waiting, ({ jobOrder }) => jobOrder.workUnit);
  const places = [...queues.values()].flatMap((queue) =>
    queue
      .toSorted((left, right) => compareQueued(left.jobOrder, right.jobOrder))
      .map(({ jobOrder }, index) => [jobOrder.jobOrderId, { place: index + 1, of: queue.length }] as const),
  );
  return new Map(places);
}
