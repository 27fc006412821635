import { consumedIn, lotSegments } from "../materials/lot-segments.ts";
import { producedOf } from "./order-pieces.ts";
import type { Genealogy, WorkTrace } from "./work-trace.ts";

/** One lot in one order at one station: pieces `fromPieces` + 1 to `toPieces` took it. */
export interface LotUsage {
  readonly stationId: string;
  readonly workUnit: string;
  readonly jobOrderId: string;
  readonly itemId: string;
  readonly lotId: string;
  readonly loadEventId: string;
  readonly fromPieces: number;
  readonly toPieces: number;
  /** Taken out of the lot, in `unit`; null: the plan does not say. */
  readonly consumed: string | null;
  readonly unit: string;
  readonly fromUtc: string;
  /** null: it is still on the machine, or the order ended with it. */
  readonly toUtc: string | null;
  readonly personId: string | null;
}

/** What went into an order at a station, in the order of loading by item. */
export function usagesOfTrace(trace: WorkTrace): readonly LotUsage[] {
  const produced = producedOf(trace.sums);
  return Object.values(trace.lines)
    .toSorted((left, right) => (left.itemId < right.itemId ? -1 : 1))
    .flatMap((line) =>
      lotSegments(line.marks, produced).map((segment) => ({
        stationId: trace.stationId,
        workUnit: trace.workUnit,
        jobOrderId: trace.jobOrderId,
        itemId: line.itemId,
        lotId: segment.lotId,
        loadEventId: segment.loadEventId,
        fromPieces: segment.fromPieces,
        toPieces: segment.toPieces,
        consumed: consumedIn(segment, line),
        unit: line.unit,
        fromUtc: segment.fromUtc,
        toUtc: segment.toUtc,
        personId: segment.personId,
      })),
    );
}

export interface PieceOf {
  readonly stationId: string;
  /** From 1: the how manieth the station made of the order. */
  readonly piece: number;
}

/** Backward: which lots went into an order, or into one piece of it. Sorted, so that equal histories give equal lists. */
export function backwardOf(genealogy: Genealogy, jobOrderId: string, only?: PieceOf): readonly LotUsage[] {
  const usages = usagesWhere(genealogy, (trace) => trace.jobOrderId === jobOrderId);
  return only === undefined ? usages : usages.filter((usage) => holdsPiece(usage, only));
}

/** Forward: where a lot went. */
export function forwardOf(genealogy: Genealogy, lotId: string): readonly LotUsage[] {
  return usagesWhere(genealogy, (trace) => tookLot(trace, lotId)).filter((usage) => usage.lotId === lotId);
}

/** A recall asks for each of its lots among all of its orders: what never took it is not put in order. */
function tookLot({ lines }: WorkTrace, lotId: string): boolean {
  return Object.values(lines).some(({ marks }) => marks.some((mark) => mark.lotId === lotId));
}

function holdsPiece(usage: LotUsage, { stationId, piece }: PieceOf): boolean {
  return usage.stationId === stationId && usage.fromPieces < piece && piece <= usage.toPieces;
}

function usagesWhere(genealogy: Genealogy, accepts: (trace: WorkTrace) => boolean): readonly LotUsage[] {
  return [...genealogy.values()]
    .filter(accepts)
    .toSorted((left, right) => (place(left) < place(right) ? -1 : 1))
    .flatMap(usagesOfTrace);
}

function place({ jobOrderId, stationId }: WorkTrace): string {
  return JSON.stringify([jobOrderId, stationId]);
}
