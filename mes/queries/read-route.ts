import type { JobOrder } from "../../shared/domain/orders/job-order.ts";
import { type OperationBalance, routeBalance } from "../../shared/domain/orders/route-balance.ts";
import type { OrderRoute, RouteRow } from "../../shared/protocol/route-page.ts";
import type { Queries } from "../database/database.ts";
import { productionOrdersOf, type RouteOrder, readRouteOrders } from "../repositories/route-repository.ts";
import { routeNodes } from "../use-cases/route-news.ts";

/** @returns the route that a job order belongs to; null when it is no operation of a production order */
export async function readRoute(db: Queries, jobOrderId: string): Promise<OrderRoute | null> {
  const [productionOrderId] = await productionOrdersOf(db, [jobOrderId]);
  if (productionOrderId === undefined) return null;
  const orders = await readRouteOrders(db, productionOrderId);
  const balances = new Map(routeBalance(routeNodes(orders)).map((one) => [one.jobOrderId, one]));
  const operations = orders.flatMap((one) => {
    const balance = balances.get(one.order.jobOrderId);
    if (one.order.kind === "rework" || balance === undefined) return [];
    return [routeRow(one, balance, orders)];
  });
  return { productionOrderId, operations };
}

function routeRow(one: RouteOrder, balance: OperationBalance, orders: readonly RouteOrder[]): RouteRow {
  const { handedOn, inRework, firstPassYield } = balance;
  const { rework } = one;
  const reworkOrders = orders.filter(({ order }) => order.reworkOf?.jobOrderId === one.order.jobOrderId);
  return { ...head(one), handedOn, rework, inRework, firstPassYield, reworkOrders: reworkOrders.map(head) };
}

function head({ order, state, good, scrap }: RouteOrder): RouteRow["reworkOrders"][number] {
  const { jobOrderId, workUnit, plannedQuantity } = order;
  return { jobOrderId, operation: operationOf(order), workUnit, state, plannedQuantity, good, scrap };
}

function operationOf({ operation }: JobOrder): string {
  return `${operation.number} ${operation.name}`.trim();
}
