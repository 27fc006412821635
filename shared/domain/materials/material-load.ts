/** A lot was put on the machine or taken off it. */
export interface LotMark {
  readonly eventId: string;
  readonly kind: "loaded" | "returned";
  readonly lotId: string;
  /** Pieces of the order made at the station before it; bookings taken back later are taken out of it again. */
  readonly atPieces: number;
  /** In the lot: when it was loaded, or the rest that was returned. */
  readonly quantity: string;
  readonly atUtc: string;
  readonly personId: string | null;
  /** Every booking with a turn up to this one came before the mark. */
  readonly bookingTurn: number;
}

/** One line of the bill of material of one order as this station works it: what was loaded, in order. */
export interface MaterialLoad {
  readonly jobOrderId: string;
  readonly itemId: string;
  readonly unit: string;
  readonly quantityPerPiece: string | null;
  readonly backflush: boolean;
  readonly marks: readonly LotMark[];
  /** Taken out by hand; one taken back is gone from here. */
  readonly issues: readonly MaterialIssue[];
}

export interface MaterialIssue {
  readonly eventId: string;
  /** The load that it was taken out of. */
  readonly loadEventId: string;
  readonly quantity: string;
}

/** What this station left in a lot when it was last taken off, replaced or its order ended. */
export interface LotRest {
  readonly lotId: string;
  readonly rest: string;
  readonly turn: number;
}

/** Lots whose rest is kept; of older ones the MES knows. */
export const KEPT_LOT_RESTS = 200;

export function loadKey(jobOrderId: string, itemId: string): string {
  return `${jobOrderId}|${itemId}`;
}

/** The lot that pieces take now; undefined: none is on the machine. */
export function loadedMark(load: MaterialLoad | undefined): LotMark | undefined {
  const last = load?.marks.at(-1);
  return last?.kind === "loaded" ? last : undefined;
}
