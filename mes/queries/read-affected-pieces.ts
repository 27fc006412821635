import { forwardOf, type LotUsage } from "../../shared/domain/genealogy/lot-usage.ts";
import { producedOf } from "../../shared/domain/genealogy/order-pieces.ts";
import {
  type AffectedPieces,
  distinctPieces,
  type OrderPieces,
  recallOf,
} from "../../shared/domain/genealogy/recall.ts";
import type { WorkTrace } from "../../shared/domain/genealogy/work-trace.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { lotsMadeByOrders, ordersOfLots } from "../repositories/lot-repository.ts";
import { readTraces } from "./read-traces.ts";
import { indexRoutes, type RouteLink, readRouteLinks } from "./route-links.ts";

export interface Affected {
  readonly affected: readonly AffectedPieces[];
  /** Each counted once. */
  readonly pieces: number;
}

interface Gathered {
  readonly usages: Map<string, readonly LotUsage[]>;
  readonly made: Map<string, ReadonlySet<string>>;
  readonly pieces: Map<string, readonly OrderPieces[]>;
  readonly links: RouteLink[];
}

/** All pieces that any of these lots got into, or that belong to one of these orders and to what was made of them. */
export async function readAffectedPieces(
  db: Queries,
  {
    lotIds = [],
    jobOrderIds = [],
  }: { readonly lotIds?: readonly string[]; readonly jobOrderIds?: readonly string[] },
  vocabulary: Vocabulary,
): Promise<Affected> {
  const gathered: Gathered = { usages: new Map(), made: new Map(), pieces: new Map(), links: [] };
  let lots = lotIds;
  let orders = jobOrderIds;
  while (lots.length > 0 || orders.length > 0) {
    const taking = [...orders, ...(await ordersOfLots(db, lots))];
    const next = await gather(db, { lots, taking, vocabulary }, gathered);
    lots = next.filter((lot) => !gathered.usages.has(lot));
    orders = [];
  }
  const routes = indexRoutes(gathered.links);
  const sources = {
    usagesOf: (lotId: string) => gathered.usages.get(lotId) ?? [],
    lotsMadeBy: (jobOrderId: string) => [...(gathered.made.get(jobOrderId) ?? [])],
    nextOperations: routes.next,
    returnsTo: routes.returnsTo,
    allOf: (jobOrderId: string) => gathered.pieces.get(jobOrderId) ?? [],
  };
  const affected = recallOf(sources, { lotIds, jobOrderIds });
  return { affected, pieces: distinctPieces(affected, routes.routeOf) };
}

interface Step {
  readonly lots: readonly string[];
  /** Orders that took one of these lots. */
  readonly taking: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** @returns the lots that were made by what took these lots, or at a later operation */
async function gather(
  db: Queries,
  { lots, taking, vocabulary }: Step,
  into: Gathered,
): Promise<readonly string[]> {
  const links = await readRouteLinks(db, taking);
  into.links.push(...links);
  const orders = [...new Set([...taking, ...links.map(({ jobOrderId }) => jobOrderId)])];
  const genealogy = await readTraces(db, orders, vocabulary);
  for (const lot of lots) into.usages.set(lot, forwardOf(genealogy, lot));
  for (const [jobOrderId, traces] of Map.groupBy(genealogy.values(), (trace) => trace.jobOrderId))
    into.pieces.set(jobOrderId, traces.map(allPieces));
  const made = await lotsMadeByOrders(db, orders);
  for (const [jobOrderId, rows] of Map.groupBy(made, (row) => row.jobOrderId))
    into.made.set(jobOrderId, new Set(rows.map(({ lotId }) => lotId)));
  return [...new Set(made.map(({ lotId }) => lotId))];
}

function allPieces({ jobOrderId, stationId, workUnit, sums }: WorkTrace): OrderPieces {
  return { jobOrderId, stationId, workUnit, fromPieces: 0, toPieces: producedOf(sums) };
}
