import type { AffectedPieces } from "../../shared/domain/genealogy/recall.ts";
import { affectedPacking } from "../../shared/domain/packing/affected-packing.ts";
import type { LotRecall } from "../../shared/protocol/genealogy-pages.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { readSerialsOfOrders, readUnitsOfOrders } from "./read-packed.ts";

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
  return {
    units: [...concerned.units],
    serials: concerned.serials.map(({ itemId, serial, jobOrderId }) => ({ itemId, serial, jobOrderId })),
  };
}
