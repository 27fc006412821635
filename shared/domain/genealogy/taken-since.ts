import { addAmounts, notBelowZero, subtractAmounts } from "../materials/amount.ts";
import { usagesOfTrace } from "./lot-usage.ts";
import { type TraceAtTimes, tracesAtTimes } from "./traces-at-times.ts";
import type { StationEvent, WorkTrace } from "./work-trace.ts";

/** A lot with the moment from which its quantity counts. */
export interface ToldLot {
  readonly lotId: string;
  /** null: nobody knows, and all that was ever taken is off. */
  readonly toldUtc: string | null;
}

/** Decimal text; null: the plan does not say what a piece takes. */
type Amount = string | null;

/** What one order took of a lot at all stations: in all, and of that until the quantity of the lot was told. */
export interface Taken {
  readonly inAll: Amount;
  readonly untilTold: Amount;
}

export const TOOK_NOTHING: Taken = { inAll: "0", untilTold: "0" };

/**
 * What orders took of lots, by the times of the events, so that what a station tells late is off only where it was taken later. A
 * quantity that was told while an order ran is split at its moment. Each event is folded once, whatever times are asked for.
 *
 * @returns by order and lot; nothing of an order that took none of a lot
 */
export function takenByOrders(
  events: Iterable<StationEvent>,
  lots: readonly ToldLot[],
): ReadonlyMap<string, ReadonlyMap<string, Taken>> {
  const toldMs = new Map(
    lots.map(({ lotId, toldUtc }) => [lotId, toldUtc === null ? null : Date.parse(toldUtc)]),
  );
  const moments = [...toldMs.values()].filter((ms) => ms !== null);
  const orders = new Map<string, Map<string, Taken>>();
  for (const trace of tracesAtTimes(events, moments)) {
    const order = orders.get(trace.now.jobOrderId) ?? new Map<string, Taken>();
    orders.set(trace.now.jobOrderId, order);
    for (const [lotId, taken] of takenIn(trace, toldMs)) {
      order.set(lotId, sumOf(order.get(lotId) ?? TOOK_NOTHING, taken));
    }
  }
  return orders;
}

/** @returns decimal text, never below nothing; null: the plan does not say what a piece takes */
export function takenSinceTold(parts: readonly Taken[]): Amount {
  const { inAll, untilTold } = parts.reduce(sumOf, TOOK_NOTHING);
  return inAll === null || untilTold === null ? null : notBelowZero(subtractAmounts(inAll, untilTold));
}

function takenIn(
  trace: TraceAtTimes,
  toldMs: ReadonlyMap<string, number | null>,
): readonly (readonly [string, Taken])[] {
  const amounts = new Map(trace.ever.map((one) => [one, takenOf(one)]));
  const lotIds = new Set([...amounts.values()].flatMap((taken) => [...taken.keys()]));
  return [...lotIds].flatMap((lotId): readonly (readonly [string, Taken])[] => {
    const ms = toldMs.get(lotId);
    if (ms === undefined) return [];
    const past = ms === null ? undefined : trace.at(ms);
    const inAll = amountIn(amounts.get(trace.now), lotId);
    return [[lotId, { inAll, untilTold: amountIn(past && amounts.get(past), lotId) }]];
  });
}

function amountIn(taken: ReadonlyMap<string, Amount> | undefined, lotId: string): Amount {
  const amount = taken?.get(lotId);
  return amount === undefined ? "0" : amount;
}

function takenOf(trace: WorkTrace): ReadonlyMap<string, Amount> {
  const taken = new Map<string, Amount>();
  for (const { lotId, consumed } of usagesOfTrace(trace))
    taken.set(lotId, plus(amountIn(taken, lotId), consumed));
  return taken;
}

function sumOf(left: Taken, right: Taken): Taken {
  return {
    inAll: plus(left.inAll, right.inAll),
    untilTold: plus(left.untilTold, right.untilTold),
  };
}

function plus(left: Amount, right: Amount): Amount {
  return left === null || right === null ? null : addAmounts(left, right);
}
