import type { Known } from "../known.ts";
import { isMore } from "./amount.ts";
import type { OverridableRule } from "./events.ts";
import { type Lot, lotHold } from "./lot.ts";
import type { MaterialLine } from "./material-line.ts";

/** Why a lot may not be loaded for a line; closed, the gravest first. */
export type LotFault =
  | { readonly rule: "wrong-revision"; readonly revision: string; readonly neededRevision: string }
  | { readonly rule: "held"; readonly hold: string }
  | { readonly rule: "expired"; readonly expired: string }
  | { readonly rule: "empty" }
  | { readonly rule: "older-first"; readonly olderLot: string; readonly location: string };

export interface LotQuestion {
  readonly lot: Lot;
  readonly line: MaterialLine;
  readonly nowUtc: string;
  /** Set aside by a person with the right. */
  readonly overridden?: OverridableRule;
}

/** Whether the lot may go into this order here and now. @returns undefined when nothing speaks against it */
export function judgeLot(known: Known, { lot, line, nowUtc, overridden }: LotQuestion): LotFault | undefined {
  if (!fitsRevision(line, lot)) {
    return { rule: "wrong-revision", revision: lot.revision ?? "?", neededRevision: line.revision ?? "" };
  }
  const hold = lotHold(lot);
  if (hold !== null) return { rule: "held", hold };
  if (isExpired(lot, nowUtc) && overridden !== "expired") {
    return { rule: "expired", expired: lot.expiresUtc ?? "" };
  }
  if (known.state.lotRest.has(lot.lotId) && !isMore(restOf(known, lot), "0")) return { rule: "empty" };
  const older = overridden === undefined ? olderLot(known, { lot, line, nowUtc }) : undefined;
  if (older === undefined) return undefined;
  return { rule: "older-first", olderLot: older.lotId, location: older.location ?? line.location };
}

function fitsRevision(line: MaterialLine, lot: Lot): boolean {
  const needed = line.revision ?? null;
  return needed === null || lot.revision === needed;
}

/** What is in the lot as far as this station knows: what it left in it, else what the MES told. */
export function restOf({ state }: Known, lot: Lot): string {
  return state.lotRest.get(lot.lotId)?.rest ?? String(lot.quantity);
}

function isExpired(lot: Lot, nowUtc: string): boolean {
  return lot.expiresUtc !== null && Date.parse(lot.expiresUtc) < Date.parse(nowUtc);
}

/** First expired, first out: another lot of the item that may be used, is not empty and expires before this one. */
function olderLot(known: Known, { lot, line, nowUtc }: LotQuestion): Lot | undefined {
  const mine = expiryMs(lot);
  return [...known.master.lot.values()]
    .filter((other) => other.item.itemId === lot.item.itemId && other.lotId !== lot.lotId)
    .filter((other) => expiryMs(other) < mine && !isExpired(other, nowUtc) && lotHold(other) === null)
    .filter((other) => fitsRevision(line, other))
    .filter((other) => isMore(restOf(known, other), "0") && !isOnMachine(known, other))
    .toSorted((left, right) => expiryMs(left) - expiryMs(right))[0];
}

function expiryMs(lot: Lot): number {
  return lot.expiresUtc === null ? Number.POSITIVE_INFINITY : Date.parse(lot.expiresUtc);
}

/** A lot that is being used up, here or for another open order of this station, is out of the rack already. */
function isOnMachine({ state }: Known, lot: Lot): boolean {
  return [...state.load.values()].some(({ marks }) => {
    const last = marks.at(-1);
    return last?.kind === "loaded" && last.lotId === lot.lotId;
  });
}
