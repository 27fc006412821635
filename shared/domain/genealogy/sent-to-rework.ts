import { reworkOrderEnd } from "../orders/route.ts";
import type { StationEvent } from "./work-trace.ts";

/** A booking that sent pieces back to an earlier operation. */
export interface SentToRework {
  /** Whose pieces they are, and which gets them back. */
  readonly jobOrderId: string;
  /** What the id of the rework order ends with. */
  readonly reworkOrderEnd: string;
  /** So many, less what was taken back; never 0. */
  readonly pieces: number;
}

/** What was sent to rework, as the journals of its orders tell it; a booking that was wholly taken back sent nothing. */
export function sentToRework(events: Iterable<StationEvent>): readonly SentToRework[] {
  const sent = new Map<string, SentToRework>();
  for (const { eventId, jobOrder, ...event } of events) {
    if (event.type === "quantity.reported" && event.payload.reworkTo !== undefined && jobOrder !== null) {
      const { rework: pieces } = event.payload;
      sent.set(eventId, { jobOrderId: jobOrder, reworkOrderEnd: reworkOrderEnd(eventId), pieces });
    }
    if (event.type !== "quantity.reversed") continue;
    const booking = sent.get(event.payload.reverses);
    if (booking === undefined) continue;
    sent.set(event.payload.reverses, { ...booking, pieces: booking.pieces + event.payload.rework });
  }
  return [...sent.values()].filter(({ pieces }) => pieces > 0);
}
