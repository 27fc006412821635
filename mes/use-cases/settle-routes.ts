import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { reworkOrderId } from "../../shared/domain/orders/route.ts";
import type { Queries } from "../database/database.ts";
import { appendDirectives } from "../repositories/directive-repository.ts";
import { type StoredJobOrder, upsertJobOrders } from "../repositories/job-order-repository.ts";
import { markSettled, type ReworkRoute, readReworkRoutes } from "../repositories/rework-route-repository.ts";
import {
  productionOrdersOf,
  type RouteOrder,
  readRouteOrders,
  writeRouteNews,
} from "../repositories/route-repository.ts";
import { lockStationsOfUnits, workUnitsOf } from "../repositories/station-repository.ts";
import { reworkOrder, withQuantity } from "./rework-order.ts";
import { directedBody, routeNews } from "./route-news.ts";

export interface Settlement {
  /** Orders that something was booked on, or that the planner changed. */
  readonly jobOrderIds: readonly string[];
  /** Of these, the ones the planner changed: their stations get them whether or not anything else is new. */
  readonly planned?: readonly string[];
  readonly atUtc: string;
}

/**
 * Brings the operations of the production orders concerned in line: makes the rework orders that bookings ask for, and
 * tells the stations what has come to them (RW-3, RW-7). Everything follows from what is stored, so doing it again, or
 * later, or after other news, changes nothing. Stations must be locked where others work at the same time.
 *
 * @returns the stations with new directives
 */
export async function settleRoutes(tx: Queries, settlement: Settlement): Promise<readonly string[]> {
  const productionOrderIds = await productionOrdersOf(tx, settlement.jobOrderIds);
  if (productionOrderIds.length === 0) return [];
  const routes = await readReworkRoutes(tx, productionOrderIds);
  const directed = new Set<string>();
  for (const productionOrderId of productionOrderIds) {
    const before = await readRouteOrders(tx, productionOrderId);
    const made = await settleRework(tx, { routes, orders: before, atUtc: settlement.atUtc });
    const orders = made.length === 0 ? before : await readRouteOrders(tx, productionOrderId);
    const changed = new Set([...made, ...(settlement.planned ?? [])]);
    for (const stationId of await tell(tx, { orders, changed, atUtc: settlement.atUtc }))
      directed.add(stationId);
  }
  return [...directed].toSorted();
}

interface Rework {
  readonly routes: readonly ReworkRoute[];
  readonly orders: readonly RouteOrder[];
  readonly atUtc: string;
}

/** @returns the rework orders that are new or have other quantities now */
async function settleRework(tx: Queries, { routes, orders, atUtc }: Rework): Promise<readonly string[]> {
  const open = routes.filter(({ settled, takenBack }) => settled !== takenBack);
  const made = open.flatMap((route) => {
    const order = currentOrder(route, orders);
    return order === undefined ? [] : [{ route, order }];
  });
  if (made.length === 0) return [];
  await upsertJobOrders(
    tx,
    made.map(({ order }) => stored(order)),
    atUtc,
  );
  await markSettled(
    tx,
    made.map(({ route }) => route.eventId),
  );
  return made.map(({ order }) => order.jobOrderId);
}

/** What the planner did to a rework order meanwhile stays, but for its quantity. */
function currentOrder(route: ReworkRoute, orders: readonly RouteOrder[]): JobOrder | undefined {
  const known = orders.find(({ order }) => isReworkOf(order, route))?.order;
  return known === undefined ? reworkOrder(route, orders) : withQuantity(known, route);
}

function isReworkOf({ jobOrderId, route }: JobOrder, { eventId }: ReworkRoute): boolean {
  return (
    route?.productionOrderId !== undefined && jobOrderId === reworkOrderId(route.productionOrderId, eventId)
  );
}

function stored(order: JobOrder): StoredJobOrder {
  const { jobOrderId, workUnit, status, route } = order;
  const productionOrderId = route?.productionOrderId ?? null;
  return { jobOrderId, workUnit, status, productionOrderId, body: JSON.stringify(order) };
}

interface Telling {
  readonly orders: readonly RouteOrder[];
  readonly changed: ReadonlySet<string>;
  readonly atUtc: string;
}

/** A directive only where the news differs from what was told last: once a boundary, never once a piece (RW-3). */
async function tell(tx: Queries, { orders, changed, atUtc }: Telling): Promise<readonly string[]> {
  const byId = new Map(orders.map((one) => [one.order.jobOrderId, one]));
  const fresh = routeNews(orders).flatMap((news) => {
    const one = byId.get(news.jobOrderId);
    return one === undefined || (one.news === news.news && !changed.has(news.jobOrderId))
      ? []
      : [{ ...news, one }];
  });
  if (fresh.length === 0) return [];
  await writeRouteNews(
    tx,
    fresh.map(({ jobOrderId, news }) => ({ jobOrderId, news })),
    atUtc,
  );
  const stations = await lockStationsOfUnits(
    tx,
    fresh.map(({ one }) => one.order.workUnit),
  );
  for (const station of stations) {
    const { stationId } = station;
    const drafts = fresh
      .filter(({ one }) => workUnitsOf(station).includes(one.order.workUnit))
      .map(({ jobOrderId: id, one, news }) => {
        const body = directedBody(JSON.stringify(one.order), { news, asOfUtc: atUtc });
        return { kind: "job-order", id, body } as const;
      });
    await appendDirectives(tx, stationId, { drafts, atUtc });
  }
  return stations.map(({ stationId }) => stationId);
}
