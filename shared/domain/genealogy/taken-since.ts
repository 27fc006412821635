import { addAmounts, notBelowZero, subtractAmounts } from "../materials/amount.ts";
import { usagesOfTrace } from "./lot-usage.ts";
import { tracesAtTimes } from "./traces-at-times.ts";
import type { StationEvent, WorkTrace } from "./work-trace.ts";

/** A lot with the moment from which its quantity counts. */
export interface ToldLot {
  readonly lotId: string;
  /** null: nobody knows, and all that was ever taken is off. */
  readonly toldUtc: string | null;
}

/** Decimal text; null: the plan does not say what a piece takes. */
type Amount = string | null;

/**
 * How much stations took out of each lot since its quantity was told, as decimal text; by the times of the events, so that what
 * a station tells late is off only where it was taken later. A quantity that was told while an order ran is split at its moment.
 *
 * @param events of all orders that took one of these lots and had not ended when it was told of; each is folded once
 * @returns by lot; null: the plan does not say what a piece takes
 */
export function takenSince(
  events: Iterable<StationEvent>,
  lots: readonly ToldLot[],
): ReadonlyMap<string, Amount> {
  const toldMs = new Map(
    lots.map(({ lotId, toldUtc }) => [lotId, toldUtc === null ? null : Date.parse(toldUtc)]),
  );
  const moments = [...toldMs.values()].filter((ms) => ms !== null);
  const sums = { now: new Map<string, Amount>(), past: new Map<string, Amount>() };
  for (const trace of tracesAtTimes(events, moments)) {
    const taken = new Map(trace.ever.map((one) => [one, takenOf(one)]));
    for (const lotId of new Set([...taken.values()].flatMap((amounts) => [...amounts.keys()]))) {
      const ms = toldMs.get(lotId) ?? null;
      const past = ms === null ? undefined : trace.at(ms);
      add(sums.now, lotId, taken.get(trace.now));
      if (past !== undefined) add(sums.past, lotId, taken.get(past));
    }
  }
  return new Map(lots.map(({ lotId }) => [lotId, less(sums.now.get(lotId), sums.past.get(lotId))]));
}

function add(sums: Map<string, Amount>, lotId: string, taken: ReadonlyMap<string, Amount> | undefined): void {
  const amount = taken?.get(lotId);
  if (amount !== undefined) sums.set(lotId, plus(sums.get(lotId), amount));
}

function takenOf(trace: WorkTrace): ReadonlyMap<string, Amount> {
  const taken = new Map<string, Amount>();
  for (const { lotId, consumed } of usagesOfTrace(trace)) taken.set(lotId, plus(taken.get(lotId), consumed));
  return taken;
}

function plus(sum: Amount | undefined, amount: Amount): Amount {
  return sum === null || amount === null ? null : addAmounts(sum ?? "0", amount);
}

function less(now: Amount = "0", then: Amount = "0"): Amount {
  return now === null || then === null ? null : notBelowZero(subtractAmounts(now, then));
}
