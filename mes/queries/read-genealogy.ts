import {
  backwardOf,
  forwardOf,
  type LotUsage,
  type PieceOf,
} from "../../shared/domain/genealogy/lot-usage.ts";
import { producedOf } from "../../shared/domain/genealogy/order-pieces.ts";
import { distinctPieces, recallOf } from "../../shared/domain/genealogy/recall.ts";
import type { Partaker, WorkTrace } from "../../shared/domain/genealogy/work-trace.ts";
import type { LotGenealogy, LotRecall, OrderGenealogy } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { lotsMadeByOrders, ordersOfLots, readLot } from "../repositories/lot-repository.ts";
import { type Names, readNames } from "./names.ts";
import { readAffectedPacking } from "./read-affected-packing.ts";
import { readTraces } from "./read-traces.ts";

/** A page before its route says when it was read. */
type Told<Page> = Omit<Page, "asOfUtc">;

/** Backward: what went into an order, or into one piece of it. @returns undefined when no station worked it */
export async function readOrderGenealogy(
  db: Queries,
  jobOrderId: string,
  { vocabulary, piece }: { readonly vocabulary: Vocabulary; readonly piece: PieceOf | undefined },
): Promise<Told<OrderGenealogy> | undefined> {
  const genealogy = await readTraces(db, [jobOrderId], vocabulary);
  if (genealogy.size === 0) return undefined;
  const made = await lotsMadeByOrders(db, [jobOrderId]);
  const names = await readNames(db);
  return {
    jobOrderId,
    madeLots: made.map(({ lotId }) => lotId),
    lots: backwardOf(genealogy, jobOrderId, piece).map((usage) => named(usage, names)),
    work: [...genealogy.values()]
      .toSorted((left, right) => (left.stationId < right.stationId ? -1 : 1))
      .map((trace) => workOf(trace, piece, names)),
  };
}

function named(usage: LotUsage, names: Names): OrderGenealogy["lots"][number] {
  return { ...usage, personName: names.person(usage.personId) };
}

function workOf(trace: WorkTrace, piece: PieceOf | undefined, names: Names): OrderGenealogy["work"][number] {
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
    partakers: partakers.map((one) => ({ ...one, name: nameOf(one, names) })),
    overrides: [...overrides],
  };
}

function nameOf({ kind, id }: Partaker, names: Names): string {
  return kind === "person" ? (names.person(id) ?? id) : id;
}

/** Forward: the lot as the planner told of it and where it went. @returns undefined when nobody knows the lot */
export async function readLotGenealogy(
  db: Queries,
  lotId: string,
  vocabulary: Vocabulary,
): Promise<Told<LotGenealogy> | undefined> {
  const lot = await readLot(db, lotId);
  const orders = await ordersOfLots(db, [lotId]);
  if (lot === undefined && orders.length === 0) return undefined;
  const genealogy = await readTraces(db, orders, vocabulary);
  const names = await readNames(db);
  return {
    lotId,
    item: lot?.item ?? null,
    supplier: lot?.supplier ?? null,
    supplierLot: lot?.supplierLot ?? null,
    hold: lot?.hold ?? null,
    madeByJobOrderId: lot?.madeByJobOrderId ?? null,
    uses: forwardOf(genealogy, lotId).map((usage) => named(usage, names)),
  };
}

/** Every piece that a lot got into, however many lots lie between. */
export async function readRecall(
  db: Queries,
  lotId: string,
  vocabulary: Vocabulary,
): Promise<Told<LotRecall>> {
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
  const packed = await readAffectedPacking(db, affected, vocabulary);
  return { lotId, pieces: distinctPieces(affected), affected: [...affected], ...packed };
}

function addMade(made: Map<string, string[]>, jobOrderId: string, lotId: string): void {
  const lots = made.get(jobOrderId) ?? [];
  if (!lots.includes(lotId)) made.set(jobOrderId, [...lots, lotId]);
}
