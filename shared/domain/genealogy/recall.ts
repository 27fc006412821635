import type { LotUsage } from "./lot-usage.ts";
import { traceKey } from "./work-trace.ts";

/** Pieces that a lot got into, directly or through a lot made of it. */
export interface AffectedPieces {
  readonly jobOrderId: string;
  readonly stationId: string;
  readonly workUnit: string;
  /** Pieces `fromPieces` + 1 to `toPieces`; two rows may hold the same piece, see `distinctPieces`. */
  readonly fromPieces: number;
  readonly toPieces: number;
  /** The lot by which it got in: the recalled one, or one made of it. */
  readonly viaLotId: string;
  readonly depth: number;
}

export interface RecallSources {
  /** Where a lot went. */
  readonly usagesOf: (lotId: string) => readonly LotUsage[];
  /** Lots that an order made. */
  readonly lotsMadeBy: (jobOrderId: string) => readonly string[];
}

/** Deeper than this a product is no product but a loop in the data. */
const DEEPEST_RECALL = 20;

/**
 * All pieces a lot got into: through the orders that took it, the lots that these made, the orders that took those, and
 * so on. A lot that leads back to itself is followed once.
 */
export function recallOf(sources: RecallSources, lotId: string): readonly AffectedPieces[] {
  const seen = new Set([lotId]);
  const affected: AffectedPieces[] = [];
  let lots: readonly string[] = [lotId];
  for (let depth = 1; lots.length > 0 && depth <= DEEPEST_RECALL; depth += 1) {
    const usages = lots.flatMap((lot) => sources.usagesOf(lot));
    affected.push(...usages.filter(hasPieces).map((usage) => affectedBy(usage, depth)));
    const made = [...new Set(usages.map(({ jobOrderId }) => jobOrderId))].flatMap(sources.lotsMadeBy);
    lots = [...new Set(made)].filter((lot) => !seen.has(lot));
    for (const lot of lots) seen.add(lot);
  }
  return affected;
}

function hasPieces({ fromPieces, toPieces }: LotUsage): boolean {
  return toPieces > fromPieces;
}

function affectedBy(usage: LotUsage, depth: number): AffectedPieces {
  const { jobOrderId, stationId, workUnit, fromPieces, toPieces, lotId } = usage;
  return { jobOrderId, stationId, workUnit, fromPieces, toPieces, viaLotId: lotId, depth };
}

/** How many pieces these are, each counted once however many ways the lot took into it. */
export function distinctPieces(affected: readonly AffectedPieces[]): number {
  const byTrace = Map.groupBy(affected, ({ stationId, jobOrderId }) => traceKey(stationId, jobOrderId));
  let sum = 0;
  for (const rows of byTrace.values()) sum += covered(rows);
  return sum;
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
