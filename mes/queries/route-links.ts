import type { Queries } from "../database/database.ts";

/** One order of a route. */
export interface RouteLink {
  readonly jobOrderId: string;
  readonly productionOrderId: string;
  /** Whose good pieces it takes; null: it is the first. */
  readonly previousJobOrderId: string | null;
  /** Of a rework order: whose pieces it repairs. */
  readonly repairs: string | null;
}

/** All orders of the routes that any of these belongs to. */
export async function readRouteLinks(
  db: Queries,
  jobOrderIds: readonly string[],
): Promise<readonly RouteLink[]> {
  return db.query<RouteLink>(
    `SELECT DISTINCT sibling.job_order_id AS "jobOrderId", sibling.production_order_id AS "productionOrderId",
       sibling.body::json->'route'->>'previousJobOrderId' AS "previousJobOrderId",
       sibling.body::json->'reworkOf'->>'jobOrderId' AS repairs
     FROM job_order one
     JOIN job_order sibling ON sibling.production_order_id = one.production_order_id
     WHERE one.job_order_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json))) ORDER BY 1`,
    [JSON.stringify(jobOrderIds)],
  );
}

/** Looked up for each order of a recall, so by index and not by search. */
export interface RouteIndex {
  /** Orders that take pieces of this one: the operation after it the good ones, rework orders those they repair. */
  next(jobOrderId: string): readonly string[];
  /** Of a rework order the one that gets its pieces back. */
  returnsTo(jobOrderId: string): string | undefined;
  /** What the operations of one route have in common; an order without a route stands for itself. */
  routeOf(jobOrderId: string): string;
}

/** @param links the same one may come several times */
export function indexRoutes(links: readonly RouteLink[]): RouteIndex {
  const byOrder = new Map(links.map((link) => [link.jobOrderId, link]));
  const bySource = Map.groupBy(byOrder.values(), (link) => link.previousJobOrderId ?? link.repairs);
  return {
    next: (jobOrderId) => (bySource.get(jobOrderId) ?? []).map((link) => link.jobOrderId),
    returnsTo: (jobOrderId) => byOrder.get(jobOrderId)?.repairs ?? undefined,
    routeOf: (jobOrderId) => byOrder.get(jobOrderId)?.productionOrderId ?? jobOrderId,
  };
}
