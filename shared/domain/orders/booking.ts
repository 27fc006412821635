/** A booking that a person can still take back. Deltas as booked. */
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
  readonly reversed: boolean;
  /** Grows with every booking. */
  readonly turn: number;
}

/** How many bookings the station keeps at hand; older ones are in the journal. */
export const KEPT_BOOKINGS = 20;

/** For how long after a booking one tap takes it back. */
export const UNDO_WINDOW_MS = 10_000;
