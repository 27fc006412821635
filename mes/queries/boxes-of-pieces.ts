import type { TracedSerial } from "../../shared/domain/packing/fold-serials.ts";
import type { TracedUnit } from "../../shared/domain/packing/fold-units.ts";

type Numbered = Pick<TracedSerial, "itemId" | "serial" | "stationId">;

/**
 * In which unit a numbered piece is; a recall of thousands looks each up. Of a number that was given twice (PK-17) each piece
 * is in the unit of its own station; else one station may pack what another made.
 */
export function boxesOfPieces(units: readonly TracedUnit[]): (piece: Numbered) => TracedUnit | undefined {
  const packed = units.flatMap((unit) =>
    unit.packings.flatMap(({ serials }) =>
      serials.map((serial) => ({ unit, key: pieceKey(unit.itemId, serial) })),
    ),
  );
  const byNumber = Map.groupBy(packed, ({ key }) => key);
  return ({ itemId, serial, stationId }) => {
    const found = byNumber.get(pieceKey(itemId, serial)) ?? [];
    return (found.find(({ unit }) => unit.stationId === stationId) ?? found[0])?.unit;
  };
}

function pieceKey(itemId: string, serial: string): string {
  return JSON.stringify([itemId, serial]);
}
