import {
  backwardOf,
  forwardOf,
  type LotUsage,
  type PieceOf,
} from "../../shared/domain/genealogy/lot-usage.ts";
import { producedOf } from "../../shared/domain/genealogy/order-pieces.ts";
import { distinctPieces, recallOf } from "../../shared/domain/genealogy/recall.ts";
import type { WorkTrace } from "../../shared/domain/genealogy/work-trace.ts";
import type { LotGenealogy, LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { lotsMadeByOrders, ordersOfLots, readLot } from "../repositories/lot-repository.ts";
import { readTraces } from "./read-traces.ts";

/** Backward: what went into an order, or into one piece of it. @returns undefined when no station worked it */
export async function readOrderGenealogy(
  db: Queries,
  jobOrderId: string,
  { vocabulary, piece }: { readonly vocabulary: Vocabulary; readonly piece: PieceOf | undefined },
): Promise<OrderGenealogy | undefined> {
  const genealogy = await readTraces(db, [jobOrderId], vocabulary);
  if (genealogy.size === 0) return undefined;
  const made = await lotsMadeByOrders(db, [jobOrderId]);
  return {
    jobOrderId,
    madeLots: made.map(({ lotId }) => lotId),
    lots: [...backwardOf(genealogy, jobOrderId, piece)],
    work: [...genealogy.values()]
      .toSorted((left, right) => (left.stationId < right.stationId ? -1 : 1))
      .map((trace) => workOf(trace, piece)),
  };
}

function workOf(trace: WorkTrace, piece: PieceOf | undefined): OrderGenealogy["work"][number] {
  const { stationId, workUnit, fromUtc, toUtc, sums, overrides } = trace;
  const partakers = Object.values(trace.partakers).filter(
    ({ fromPieces, toPieces }) =>
      piece === undefined ||
      (piece.stationId === stationId && fromPieces < piece.piece && piece.piece <= toPieces),
  );
  return {
    stationId,
    workUnit,
    fromUtc,
    toUtc,
    pieces: producedOf(sums),
    partakers,
    overrides: [...overrides],
  };
}

/** Forward: the lot as the planner told of it and where it went. @returns undefined when nobody knows the lot */
export async function readLotGenealogy(
  db: Queries,
  lotId: string,
  vocabulary: Vocabulary,
): Promise<LotGenealogy | undefined> {
  const lot = await readLot(db, lotId);
  const orders = await ordersOfLots(db, [lotId]);
  if (lot === undefined && orders.length === 0) return undefined;
  const genealogy = await readTraces(db, orders, vocabulary);
  return {
    lotId,
    item: lot?.item ?? null,
    supplier: lot?.supplier ?? null,
    supplierLot: lot?.supplierLot ?? null,
    hold: lot?.hold ?? null,
    madeByJobOrderId: lot?.madeByJobOrderId ?? null,
    uses: [...forwardOf(genealogy, lotId)],
  };
}

/** Every piece that a lot got into, however many lots lie between. */
export async function readRecall(db: Queries, lotId: string, vocabulary: Vocabulary): Promise<LotRecall> {
  const usages = new Map<string, readonly LotUsage[]>();
  const made = new Map<string, string[]>();
  let lots: readonly string[] = [lotId];
  while (lots.length > 0) {
    const orders = await ordersOfLots(db, lots);
    const genealogy = await readTraces(db, orders, vocabulary);
    for (const lot of lots) usages.set(lot, forwardOf(genealogy, lot));
    const next = await lotsMadeByOrders(db, orders);
    for (const { jobOrderId, lotId: madeLot } of next) addMade(made, jobOrderId, madeLot);
    lots = [...new Set(next.map((row) => row.lotId))].filter((lot) => !usages.has(lot));
  }
  const affected = recallOf(
    {
      usagesOf: (lot) => usages.get(lot) ?? [],
      lotsMadeBy: (jobOrderId) => made.get(jobOrderId) ?? [],
    },
    lotId,
  );
  return { lotId, pieces: distinctPieces(affected), affected: [...affected] };
}

function addMade(made: Map<string, string[]>, jobOrderId: string, lotId: string): void {
  const lots = made.get(jobOrderId) ?? [];
  if (!lots.includes(lotId)) made.set(jobOrderId, [...lots, lotId]);
}
