import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import type { EarlierOperation } from "../../shared/domain/orders/route.ts";
import {
  type OperationBalance,
  type RouteNode,
  routeBalance,
} from "../../shared/domain/orders/route-balance.ts";
import type { RouteNews, RouteOrder } from "../repositories/route-repository.ts";

const ended: ReadonlySet<RouteOrder["state"]> = new Set(["finished", "aborted", "cancelled"]);

/** The job orders of one production order as its balance takes them. */
export function routeNodes(orders: readonly RouteOrder[]): readonly RouteNode[] {
  return orders.map(({ order, state, good, scrap, rework }) => ({
    jobOrderId: order.jobOrderId,
    previousJobOrderId: order.route?.previousJobOrderId ?? null,
    transferQuantity: order.route?.transferQuantity ?? null,
    plannedQuantity: order.plannedQuantity,
    hasEnded: ended.has(state),
    good,
    scrap,
    rework,
    reworkOf: reworkOf(order),
  }));
}

/** A rework order that was taken back has no pieces any more. */
function reworkOf({ reworkOf: of, status, plannedQuantity }: JobOrder): RouteNode["reworkOf"] {
  if (of === undefined || of === null) return null;
  return { jobOrderId: of.jobOrderId, quantity: status === "cancelled" ? 0 : plannedQuantity };
}

/** What the stations of each order are to know of the others; text, so that equal news is equal (RW-3). */
export function routeNews(orders: readonly RouteOrder[]): readonly RouteNews[] {
  const balances = routeBalance(routeNodes(orders));
  const byId = new Map(orders.map(({ order }) => [order.jobOrderId, order]));
  return orders.map(({ order }, index) => {
    const upstream = upstreamOf(balances[index]);
    const news = { upstream, earlierOperations: earlierOperations(order, byId) };
    return { jobOrderId: order.jobOrderId, news: JSON.stringify(news) };
  });
}

function upstreamOf(balance: OperationBalance | undefined): object | null {
  if (balance === undefined || balance.handedOn === null) return null;
  const { handedOn, returned, isUpstreamFinished: isFinished } = balance;
  return { handedOn, returned, isFinished };
}

/** First operation first. A chain that runs in a circle is followed once. */
function earlierOperations(
  order: JobOrder,
  byId: ReadonlyMap<string, JobOrder>,
): readonly EarlierOperation[] {
  const chain: EarlierOperation[] = [];
  const seen = new Set([order.jobOrderId]);
  let previous = byId.get(order.route?.previousJobOrderId ?? "");
  while (previous !== undefined && !seen.has(previous.jobOrderId)) {
    const { jobOrderId, operation, workUnit, plannedQuantity } = previous;
    chain.unshift({ jobOrderId, operation, workUnit, plannedQuantity });
    seen.add(jobOrderId);
    previous = byId.get(previous.route?.previousJobOrderId ?? "");
  }
  return chain;
}

/** The job order as its stations get it: the planner's own, with what came from the others. */
export function directedBody(
  body: string,
  told: { readonly news: string; readonly asOfUtc: string } | undefined,
): string {
  if (told === undefined) return body;
  const { upstream, earlierOperations } = JSON.parse(told.news) as {
    upstream: object | null;
    earlierOperations: object;
  };
  const dated = upstream === null ? null : { ...upstream, asOfUtc: told.asOfUtc };
  return JSON.stringify({ ...(JSON.parse(body) as object), upstream: dated, earlierOperations });
}
