import { addAmounts, notBelowZero, subtractAmounts } from "../materials/amount.ts";
import { foldGenealogy } from "./fold-genealogy.ts";
import { forwardOf } from "./lot-usage.ts";
import type { Genealogy, StationEvent } from "./work-trace.ts";

/** A lot with the moment from which its quantity counts. */
export interface ToldLot {
  readonly lotId: string;
  /** null: nobody knows, and all that was ever taken is off. */
  readonly toldUtc: string | null;
}

/**
 * How much stations took out of each lot since its quantity was told, as decimal text; by the stations' clocks, so that what
 * one tells late is off only where it was taken later. A quantity that was told while an order ran is split at its moment.
 *
 * @param events of all orders that took one of these lots and had not ended when it was told of
 * @returns by lot; null: the plan does not say what a piece takes
 */
export function takenSince(
  events: readonly StationEvent[],
  lots: readonly ToldLot[],
): ReadonlyMap<string, string | null> {
  const now = foldGenealogy(events);
  const taken = new Map<string, string | null>();
  for (const [toldUtc, told] of Map.groupBy(lots, (lot) => lot.toldUtc)) {
    const then = toldUtc === null ? new Map() : foldGenealogy(untilTold(events, toldUtc));
    for (const { lotId } of told) taken.set(lotId, less(takenOf(now, lotId), takenOf(then, lotId)));
  }
  return taken;
}

function untilTold(events: readonly StationEvent[], toldUtc: string): readonly StationEvent[] {
  const toldMs = Date.parse(toldUtc);
  return events.filter(({ at }) => Date.parse(at.atUtc) <= toldMs);
}

function takenOf(genealogy: Genealogy, lotId: string): string | null {
  const usages = forwardOf(genealogy, lotId);
  return usages.reduce<string | null>(
    (sum, { consumed }) => (sum === null || consumed === null ? null : addAmounts(sum, consumed)),
    "0",
  );
}

function less(now: string | null, then: string | null): string | null {
  return now === null || then === null ? null : notBelowZero(subtractAmounts(now, then));
}
