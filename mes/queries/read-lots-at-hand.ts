import { takenSince } from "../../shared/domain/genealogy/taken-since.ts";
import { isMore, notBelowZero, subtractAmounts } from "../../shared/domain/materials/amount.ts";
import type { LotAtHand } from "../../shared/domain/orders/material-standing.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { listLotsOfItems, ordersTakingSince } from "../repositories/lot-repository.ts";
import { readTracedEvents } from "./read-traces.ts";

/**
 * The lots of these items with what is left of each: told, less what stations took since (MA-41). Read are the journals of the
 * orders that took some of it since, no others; a lot has no more of them than it has pieces.
 */
export async function readLotsAtHand(
  db: Queries,
  itemIds: readonly string[],
  vocabulary: Vocabulary,
): Promise<readonly LotAtHand[]> {
  const lots = await listLotsOfItems(db, itemIds);
  const told = lots
    .filter(({ lot }) => isMore(String(lot.quantity), "0"))
    .map(({ lot: { lotId }, toldUtc }) => ({ lotId, toldUtc }));
  const jobOrderIds = await ordersTakingSince(db, told);
  const taken = takenSince(await readTracedEvents(db, { jobOrderIds, vocabulary, clock: "plant" }), told);
  return lots.map(({ lot, toldUtc }) => {
    const off = taken.get(lot.lotId) ?? "0";
    return { lot, toldUtc, left: notBelowZero(subtractAmounts(String(lot.quantity), off)) };
  });
}
