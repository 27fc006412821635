import type { AffectedPieces } from "../../shared/domain/genealogy/recall.ts";
import { affectedPacking } from "../../shared/domain/packing/affected-packing.ts";
import type { LotRecall } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { boxesOfPieces } from "./boxes-of-pieces.ts";
import { readSerialsOfOrders, readUnitsOfOrders } from "./read-packed.ts";
import { outerUnits, unitRow } from "./unit-row.ts";

/** Which boxes, pallets and numbered pieces a recall list concerns. */
export async function readAffectedPacking(
  db: Queries,
  affected: readonly AffectedPieces[],
  vocabulary: Vocabulary,
): Promise<Pick<LotRecall, "units" | "serials">> {
  const orders = [...new Set(affected.map(({ jobOrderId }) => jobOrderId))];
  const units = await readUnitsOfOrders(db, orders, vocabulary);
  const serials = await readSerialsOfOrders(db, orders, vocabulary);
  const concerned = affectedPacking(affected, { units, serials });
  const outerOf = outerUnits(units);
  const boxOf = boxesOfPieces(units);
  return {
    units: concerned.units.map((unit) => ({
      ...unitRow(unit, outerOf),
      customerName: unit.customerName,
      voidSsccs: [...unit.voidSsccs],
    })),
    serials: concerned.serials.map(({ itemId, serial, jobOrderId, stationId, piece }) => ({
      itemId,
      serial,
      jobOrderId,
      stationId,
      piece,
      sscc: boxOf({ itemId, serial, stationId })?.sscc ?? null,
    })),
  };
}
