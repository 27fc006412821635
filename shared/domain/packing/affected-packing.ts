import type { AffectedPieces } from "../genealogy/recall.ts";
import type { TracedSerial } from "./fold-serials.ts";
import type { TracedUnit } from "./fold-units.ts";

export interface AffectedPacking {
  readonly units: readonly TracedUnit[];
  readonly serials: readonly TracedSerial[];
}

/**
 * Units and numbered pieces that a recall concerns. Of pieces packed without a number nobody knows which of the order they
 * were, so every unit with such pieces of an affected order is concerned, and so is every unit around one.
 */
export function affectedPacking(
  affected: readonly AffectedPieces[],
  from: { readonly units: readonly TracedUnit[]; readonly serials: readonly TracedSerial[] },
): AffectedPacking {
  const serials = from.serials.filter((piece) => affected.some((range) => holds(range, piece)));
  const numbers = new Set(serials.map(({ itemId, serial }) => JSON.stringify([itemId, serial])));
  const orders = new Set(
    affected.map(({ stationId, jobOrderId }) => JSON.stringify([stationId, jobOrderId])),
  );
  const concerned = new Set<string>();
  const isConcerned = (unit: TracedUnit): boolean =>
    unit.packings.some(({ jobOrderId, serials: packed, child }) => {
      if (child !== null) return concerned.has(child.unitId);
      if (packed.length === 0) return orders.has(JSON.stringify([unit.stationId, jobOrderId]));
      return packed.some((serial) => numbers.has(JSON.stringify([unit.itemId, serial])));
    });
  // Boxes first: pallets hold boxes and never the other way round.
  for (const kind of ["box", "pallet"] as const) {
    for (const unit of from.units) if (unit.kind === kind && isConcerned(unit)) concerned.add(unit.unitId);
  }
  return { units: from.units.filter(({ unitId }) => concerned.has(unitId)).toSorted(bySscc), serials };
}

/** Open units have no number yet and come last. */
function bySscc(left: TracedUnit, right: TracedUnit): number {
  if (left.sscc === null || right.sscc === null)
    return Number(left.sscc === null) - Number(right.sscc === null);
  return left.sscc < right.sscc ? -1 : 1;
}

function holds(range: AffectedPieces, { stationId, jobOrderId, piece }: TracedSerial): boolean {
  const isThere = range.stationId === stationId && range.jobOrderId === jobOrderId;
  return isThere && range.fromPieces < piece && piece <= range.toPieces;
}
