import type { LotUsage } from "./lot-usage.ts";
import { traceKey } from "./work-trace.ts";

/** Pieces that a lot got into: directly, at an operation before, or through a lot made of it. */
export interface AffectedPieces {
  readonly jobOrderId: string;
  readonly stationId: string;
  readonly workUnit: string;
  /** Pieces `fromPieces` + 1 to `toPieces`; two rows may hold the same piece, see `distinctPieces`. */
  readonly fromPieces: number;
  readonly toPieces: number;
  /** The lot by which it got in: the recalled one, or one made of it; empty: the order itself was asked for. */
  readonly viaLotId: string;
  readonly depth: number;
}

export interface RecallSources {
  /** Where a lot went. */
  readonly usagesOf: (lotId: string) => readonly LotUsage[];
  /** Lots that an order made. */
  readonly lotsMadeBy: (jobOrderId: string) => readonly string[];
  /** Orders that take pieces of this one: the next operation of its route the good ones, rework orders those they repair. */
  readonly nextOperations: (jobOrderId: string) => readonly string[];
  /** Of a rework order the one whose pieces it repairs, and which gets them back; undefined: it is none. */
  readonly returnsTo?: (jobOrderId: string) => string | undefined;
  /** All that the stations made of an order. */
  readonly allOf: (jobOrderId: string) => readonly OrderPieces[];
}

export type OrderPieces = Omit<AffectedPieces, "viaLotId" | "depth">;

/** Lots, or orders with all their pieces. */
export interface RecallStart {
  readonly lotIds?: readonly string[];
  readonly jobOrderIds?: readonly string[];
}

/** Deeper than this a product is no product but a loop in the data. */
const DEEPEST_RECALL = 20;

/**
 * All pieces that a lot got into: through the orders that took it, the operations that work their pieces on, the lots that these
 * made, the orders that took those, and so on. A lot or a route that leads back to itself is followed once.
 */
export function recallOf(
  sources: RecallSources,
  { lotIds = [], jobOrderIds = [] }: RecallStart,
): readonly AffectedPieces[] {
  const seen = new Set(lotIds);
  const passed = new Set<string>();
  const affected: AffectedPieces[] = [];
  let lots: readonly string[] = lotIds;
  let whole = jobOrderIds.flatMap(sources.allOf).map((pieces) => ({ ...pieces, lotId: "" }));
  for (let depth = 1; lots.length + whole.length > 0 && depth <= DEEPEST_RECALL; depth += 1) {
    const usages = [...whole, ...lots.flatMap(sources.usagesOf)];
    const taken = usages.filter(hasPieces).map((usage) => affectedBy(usage, usage.lotId, depth));
    const later = operationsAfter(sources, taken, passed);
    const workedOn = later.flatMap(({ jobOrderId, viaLotId }) =>
      sources
        .allOf(jobOrderId)
        .filter(hasPieces)
        .map((pieces) => affectedBy(pieces, viaLotId, depth)),
    );
    affected.push(...taken, ...workedOn);
    const orders = new Set([...usages, ...later].map(({ jobOrderId }) => jobOrderId));
    const made = [...orders].flatMap(sources.lotsMadeBy);
    lots = [...new Set(made)].filter((lot) => !seen.has(lot));
    whole = [];
    for (const lot of lots) seen.add(lot);
  }
  return withoutCovered(affected);
}

type Reached = Pick<AffectedPieces, "jobOrderId" | "viaLotId">;

/**
 * Nobody knows which piece of an operation became which of the next, so all of that one are affected. An operation that
 * has told of no piece yet is passed as well: its station may be offline while a later one packs.
 */
function operationsAfter(
  sources: RecallSources,
  from: readonly Reached[],
  passed: Set<string>,
): readonly Reached[] {
  const later = returned(sources, from, passed);
  // It grows while it is walked.
  const walked: Reached[] = [...from, ...later];
  for (const { jobOrderId, viaLotId } of walked) {
    for (const next of sources.nextOperations(jobOrderId)) {
      if (passed.has(next)) continue;
      passed.add(next);
      later.push({ jobOrderId: next, viaLotId });
      walked.push({ jobOrderId: next, viaLotId });
    }
  }
  return later;
}

/**
 * A rework order that was met by itself, and not on the way from the order that it repairs: of that one nobody knows which
 * pieces came back from it.
 */
function returned({ returnsTo }: RecallSources, from: readonly Reached[], passed: Set<string>): Reached[] {
  return from.flatMap(({ jobOrderId, viaLotId }) => {
    const repaired = returnsTo?.(jobOrderId);
    if (repaired === undefined || passed.has(repaired)) return [];
    passed.add(repaired);
    return [{ jobOrderId: repaired, viaLotId }];
  });
}

/** What is affected wholly by one way is not listed once more by another. */
function withoutCovered(affected: readonly AffectedPieces[]): readonly AffectedPieces[] {
  const kept = new Map<string, AffectedPieces[]>();
  return affected.filter((row) => {
    const before = kept.get(traceKey(row.stationId, row.jobOrderId)) ?? [];
    kept.set(traceKey(row.stationId, row.jobOrderId), before);
    const isCovered = before.some((one) => one.fromPieces <= row.fromPieces && row.toPieces <= one.toPieces);
    if (!isCovered) before.push(row);
    return !isCovered;
  });
}

function hasPieces({ fromPieces, toPieces }: OrderPieces): boolean {
  return toPieces > fromPieces;
}

function affectedBy(pieces: OrderPieces, viaLotId: string, depth: number): AffectedPieces {
  const { jobOrderId, stationId, workUnit, fromPieces, toPieces } = pieces;
  return { jobOrderId, stationId, workUnit, fromPieces, toPieces, viaLotId, depth };
}

/**
 * How many pieces these are, each counted once however many ways the lot took into it and however many operations of a
 * route it went through.
 *
 * @param routeOf what the operations of one route have in common; each order is a route of its own without it
 */
export function distinctPieces(
  affected: readonly AffectedPieces[],
  routeOf: (jobOrderId: string) => string = (jobOrderId) => jobOrderId,
): number {
  let sum = 0;
  for (const rows of Map.groupBy(affected, ({ jobOrderId }) => routeOf(jobOrderId)).values()) {
    const operations = Map.groupBy(rows, ({ jobOrderId }) => jobOrderId);
    sum += Math.max(...[...operations.values()].map(piecesOfOrder));
  }
  return sum;
}

function piecesOfOrder(affected: readonly AffectedPieces[]): number {
  const stations = Map.groupBy(affected, ({ stationId, jobOrderId }) => traceKey(stationId, jobOrderId));
  return [...stations.values()].reduce((sum, rows) => sum + covered(rows), 0);
}

function covered(rows: readonly AffectedPieces[]): number {
  let upTo = 0;
  let sum = 0;
  for (const { fromPieces, toPieces } of rows.toSorted((left, right) => left.fromPieces - right.fromPieces)) {
    sum += Math.max(0, toPieces - Math.max(fromPieces, upTo));
    upTo = Math.max(upTo, toPieces);
  }
  return sum;
}
