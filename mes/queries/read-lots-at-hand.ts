import {
  type Taken,
  TOOK_NOTHING,
  type ToldLot,
  takenByOrders,
  takenSinceTold,
} from "../../shared/domain/genealogy/taken-since.ts";
import { isMore, notBelowZero, subtractAmounts } from "../../shared/domain/materials/amount.ts";
import type { LotAtHand } from "../../shared/domain/orders/material-standing.ts";
import type { Queries } from "../database/database.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import type { KeptFolds } from "../live/kept-folds.ts";
import { type LotTaker, listLotsOfItems, takersSince } from "../repositories/lot-repository.ts";
import { readTracedEvents } from "./read-traces.ts";

/** What one order took of lots, by the lot and when its quantity was told. */
export type OrderTakings = ReadonlyMap<string, Taken>;

export interface LotsSource {
  readonly db: Queries;
  readonly vocabulary: Vocabulary;
  readonly takings: KeptFolds<OrderTakings>;
}

/**
 * The lots of these items with what is left of each: told, less what stations took since (MA-41). Of the orders that took some
 * of it the journals of those are read of which something was told since they were read last.
 */
export async function readLotsAtHand(
  source: LotsSource,
  itemIds: readonly string[],
): Promise<readonly LotAtHand[]> {
  const lots = await listLotsOfItems(source.db, itemIds);
  const told = lots
    .filter(({ lot }) => isMore(String(lot.quantity), "0"))
    .map(({ lot: { lotId }, toldUtc }) => ({ lotId, toldUtc }));
  const taken = await readTaken(source, told);
  return lots.map(({ lot, toldUtc }) => {
    const off = takenSinceTold(taken.get(lot.lotId) ?? []) ?? "0";
    return { lot, toldUtc, left: notBelowZero(subtractAmounts(String(lot.quantity), off)) };
  });
}

/** @returns by lot, what each order took of it */
async function readTaken(
  { db, vocabulary, takings }: LotsSource,
  told: readonly ToldLot[],
): Promise<ReadonlyMap<string, readonly Taken[]>> {
  const takers = await takersSince(db, told);
  const orders = Map.groupBy(takers, ({ jobOrderId }) => jobOrderId);
  const known = new Map<string, OrderTakings>();
  const unread = new Map<string, readonly LotTaker[]>();
  for (const [jobOrderId, ofOrder] of orders) {
    const kept = takings.get(jobOrderId);
    if (kept !== undefined && ofOrder.every((taker) => kept.has(keyOf(taker)))) known.set(jobOrderId, kept);
    else unread.set(jobOrderId, ofOrder);
  }
  const read = await takings.keep(() => readTakings(unread, told, { db, vocabulary }));
  const takenBy = (taker: LotTaker): Taken =>
    (known.get(taker.jobOrderId) ?? read.get(taker.jobOrderId))?.get(keyOf(taker)) ?? TOOK_NOTHING;
  const ofLots = Map.groupBy(takers, ({ lotId }) => lotId);
  return new Map([...ofLots].map(([lotId, ofLot]) => [lotId, ofLot.map(takenBy)]));
}

async function readTakings(
  orders: ReadonlyMap<string, readonly LotTaker[]>,
  told: readonly ToldLot[],
  { db, vocabulary }: Pick<LotsSource, "db" | "vocabulary">,
): Promise<ReadonlyMap<string, OrderTakings>> {
  const events = await readTracedEvents(db, { jobOrderIds: [...orders.keys()], vocabulary, clock: "plant" });
  const folded = takenByOrders(events, told);
  const takingsOf = (jobOrderId: string, takers: readonly LotTaker[]): OrderTakings =>
    new Map(takers.map((taker) => [keyOf(taker), folded.get(jobOrderId)?.get(taker.lotId) ?? TOOK_NOTHING]));
  return new Map([...orders].map(([jobOrderId, takers]) => [jobOrderId, takingsOf(jobOrderId, takers)]));
}

function keyOf({ lotId, toldUtc }: ToldLot): string {
  return JSON.stringify([lotId, toldUtc]);
}
