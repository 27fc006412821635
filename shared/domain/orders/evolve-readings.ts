import type { EventPayload, RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { standing } from "./booking.ts";
import type { NotedReading } from "./counter-reading.ts";

/** The last reading of each order that is counted by readings. Taking a booking back takes its reading back. */
export function evolveReadings(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  const known = state.reading.get(event.jobOrder);
  switch (event.type) {
    case "reading.noted":
      return [row({ jobOrderId: event.jobOrder, reading: event.payload.reading, booked: null })];
    case "quantity.reported": {
      const { reading } = event.payload;
      if (reading === undefined) return [];
      const booked = { eventId: event.eventId, before: reading.from };
      return [row({ jobOrderId: event.jobOrder, reading: reading.to, booked })];
    }
    case "quantity.reversed":
      // A part that is taken back leaves the counter where it was read.
      if (known?.booked?.eventId !== event.payload.reverses || !takesAll(state, event.payload)) return [];
      return [row({ jobOrderId: event.jobOrder, reading: known.booked.before, booked: null })];
    case "order.finished":
    case "order.aborted":
      return known === undefined ? [] : [{ area: "reading", id: event.jobOrder, row: null }];
    default:
      return [];
  }
}

function takesAll(state: StationState, { reverses, quantity }: EventPayload<"quantity.reversed">): boolean {
  const booking = state.booking.get(reverses);
  return quantity === null || booking === undefined || quantity >= standing(booking);
}

function row(reading: NotedReading): RowChange {
  return { area: "reading", id: reading.jobOrderId, row: reading };
}
