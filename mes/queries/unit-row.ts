import type { TracedUnit } from "../../shared/domain/packing/fold-units.ts";
import { piecesIn } from "../../shared/domain/packing/packing-unit.ts";
import type { UnitRow } from "../../shared/protocol/unit-row.ts";

/** The unit that another one stands in, by the id of the inner one. */
export type OuterUnits = ReadonlyMap<string, TracedUnit>;

export function outerUnits(units: readonly TracedUnit[]): OuterUnits {
  return new Map(
    units.flatMap((outer) =>
      outer.packings.flatMap(({ child }) => (child === null ? [] : [[child.unitId, outer] as const])),
    ),
  );
}

/** A unit as the lists of the pages have it. */
export function unitRow(unit: TracedUnit, outerOf: OuterUnits): UnitRow {
  const outer = outerOf.get(unit.unitId);
  const { unitId, stationId, kind, itemName, jobOrderId, sscc, closedUtc } = unit;
  return {
    unitId,
    stationId,
    kind,
    itemName,
    jobOrderId,
    sscc,
    closedUtc,
    pieces: piecesIn(unit),
    isInside: outer !== undefined,
    insideSscc: outer?.sscc ?? null,
  };
}
