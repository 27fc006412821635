import { addPieces, noPieces, producedOf } from "../genealogy/order-pieces.ts";
import { type StationEvent, traceKey } from "../genealogy/work-trace.ts";
import type { OrderSums } from "../orders/job-order-progress.ts";

/** A piece by its number, and the how manieth its station had made of the order when it was scanned. */
export interface TracedSerial {
  readonly eventId: string;
  readonly serial: string;
  readonly itemId: string;
  readonly jobOrderId: string;
  readonly stationId: string;
  readonly piece: number;
  readonly atUtc: string;
  readonly personId: string | null;
}

/** Events of each station in its own order; a booking that was taken back has left no piece. */
export function foldSerials(events: Iterable<StationEvent>): readonly TracedSerial[] {
  const sums = new Map<string, OrderSums>();
  const pieces = new Map<string, TracedSerial>();
  for (const event of events) {
    if (event.jobOrder === null) continue;
    const key = traceKey(event.stationId, event.jobOrder);
    const now = addPieces(sums.get(key) ?? noPieces, event);
    sums.set(key, now);
    if (event.type === "quantity.reversed") pieces.delete(event.payload.reverses);
    const named = namedPiece(event);
    if (named === undefined) continue;
    const { eventId, stationId, actor, at, jobOrder: jobOrderId } = event;
    pieces.set(eventId, {
      eventId,
      ...named,
      jobOrderId,
      stationId,
      piece: producedOf(now),
      atUtc: at.atUtc,
      personId: actor,
    });
  }
  return [...pieces.values()];
}

function namedPiece(event: StationEvent): { serial: string; itemId: string } | undefined {
  if (event.type === "piece.identified") {
    const { serial, itemId } = event.payload;
    return { serial, itemId };
  }
  return event.type === "quantity.reported" ? event.payload.piece : undefined;
}
