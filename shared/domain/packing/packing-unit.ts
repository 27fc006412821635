import type { UnitKind } from "./events.ts";

/** One packing of a unit: pieces of an order, or another unit. */
export interface Packing {
  readonly eventId: string;
  readonly jobOrderId: string;
  readonly quantity: number;
  readonly serials: readonly string[];
  readonly child: { readonly unitId: string; readonly sscc: string } | null;
}

/** What was taken out last. */
export interface TakenOut {
  /** The event that took it out. */
  readonly eventId: string;
  readonly personId: string | null;
  readonly packing: Packing;
}

/** A box or pallet as the station packed it. */
export interface PackingUnit {
  readonly unitId: string;
  readonly kind: UnitKind;
  /** The order for which it was opened. */
  readonly jobOrderId: string;
  readonly itemId: string;
  readonly itemName: string;
  readonly gtin: string | null;
  readonly customer: { readonly customerId: string; readonly name: string } | null;
  readonly packings: readonly Packing[];
  /** As long as nothing else was done with the unit; null: nothing. */
  readonly takenOut: TakenOut | null;
  /** The unit it stands in. */
  readonly insideOf: string | null;
  /** null while it is open. */
  readonly sscc: string | null;
  readonly openedUtc: string;
  readonly closedUtc: string | null;
  /** The event that closed it; null while it is open. */
  readonly closingId: string | null;
  /** SSCCs it had before it was opened again, oldest first: labels with them are void. */
  readonly voidSsccs: readonly string[];
  /** Lot in which its pieces were made, where they are all of one. */
  readonly lotId: string | null;
  /** Labels given out with its present SSCC. */
  readonly labels: number;
  /** Of its opening, then of its closing. */
  readonly turn: number;
}

/** Pieces of an order that are in units, whichever; those of a unit in a unit once. */
export interface PackedPieces {
  readonly jobOrderId: string;
  readonly quantity: number;
}

/** A piece with a number of its own. */
export interface SerialPiece {
  readonly serial: string;
  readonly itemId: string;
  readonly jobOrderId: string;
  /** The booking by which it was counted good, or the event that named it. */
  readonly eventId: string;
  /** The how manieth the station had made of the order when it was scanned. */
  readonly piece: number;
  readonly atUtc: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly turn: number;
}

/** Closed units at hand for scans and labels; older ones are in the journal and at the MES. */
export const KEPT_UNITS = 200;
/** Pieces by number at hand; the MES tells a person of a number that comes back after them. */
export const KEPT_SERIALS = 20_000;

export function serialKey(itemId: string, serial: string): string {
  return JSON.stringify([itemId, serial]);
}

export function piecesIn({ packings }: Pick<PackingUnit, "packings">): number {
  return packings.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Whether single pieces can come out of a packing: those with numbers are packed one by one, and boxes stay whole. */
export function isDivisible({ quantity, serials, child }: Packing): boolean {
  return quantity > 1 && serials.length === 0 && child === null;
}
