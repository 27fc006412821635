import { repairedPieces } from "../../shared/domain/orders/repaired-pieces.ts";
import type { OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import { readRouteLinks } from "./route-links.ts";
import { readTreeOrders } from "./tree/tree-orders.ts";

/** Which order it repairs, if it is one of rework, and which orders repair its own pieces. */
export async function readRepairs(
  db: Queries,
  jobOrderId: string,
): Promise<Pick<OrderGenealogy, "repairs" | "reworkOrders">> {
  const links = await readRouteLinks(db, [jobOrderId]);
  const rework = links.filter(({ repairs }) => repairs === jobOrderId).map((link) => link.jobOrderId);
  const orders = await readTreeOrders(db, [jobOrderId, ...rework]);
  const repaired = new Map(
    orders.map((order) => [order.jobOrderId, repairedPieces(order.jobOrder, order.stations.length > 0)]),
  );
  return {
    repairs: repaired.get(jobOrderId) ?? null,
    reworkOrders: rework.flatMap((id) => {
      const pieces = repaired.get(id)?.pieces;
      return pieces === undefined ? [] : [{ jobOrderId: id, pieces }];
    }),
  };
}
