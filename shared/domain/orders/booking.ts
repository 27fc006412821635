/** A booking that a person can still correct. Deltas as booked. */
export interface Booking {
  readonly eventId: string;
  readonly kind: "good" | "scrap" | "rework" | "defect" | "measurement";
  readonly jobOrderId: string;
  readonly atUtc: string;
  readonly personId: string | null;
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
  readonly quantity: number;
  /** Characteristic or defect code, where there is one. */
  readonly about: string | null;
  /** So many of `quantity` were taken back since, by undo or correction. */
  readonly takenBack: number;
  /** Grows with every booking. */
  readonly turn: number;
}

/** How many bookings the station keeps at hand; older ones are in the journal. */
export const KEPT_BOOKINGS = 100;

/** Pieces of a booking that still stand. */
export function standing(booking: Booking): number {
  return booking.quantity - booking.takenBack;
}

/** For how long after a booking one tap takes it back. */
export const UNDO_WINDOW_MS = 10_000;
