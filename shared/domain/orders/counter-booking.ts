import type { Draft, EventPayload } from "../event.ts";
import type { Booking } from "./booking.ts";

interface Reversal {
  /** Pieces of the booking; of a measurement always the whole. */
  readonly quantity: number;
  readonly how: EventPayload<"quantity.reversed">["how"];
}

/** The event that takes a booking back, in part or as a whole. The original stays as it is (I-2). */
export function counterBooking(booking: Booking, { quantity, how }: Reversal): Draft {
  const jobOrder = booking.jobOrderId;
  if (booking.kind === "measurement") {
    const payload = { withdraws: booking.eventId, characteristicId: booking.about ?? "" };
    return { type: "measurement.withdrawn", jobOrder, payload };
  }
  // A booking is of one sort, so each of its totals is either all of its pieces or none of them.
  const part = (total: number): number => (total === 0 ? 0 : -quantity);
  const { good, scrap, rework } = booking;
  const deltas = { good: part(good), scrap: part(scrap), rework: part(rework) };
  return {
    type: "quantity.reversed",
    jobOrder,
    payload: { reverses: booking.eventId, ...deltas, quantity, how },
  };
}
