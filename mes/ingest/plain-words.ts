import type { ParkingCode, RejectionCode } from "../../shared/protocol/messages.ts";

/** Why an event was not applied, as the floor page says it. */
export const codeInWords: Readonly<Record<RejectionCode | ParkingCode, string>> = {
  "unknown-order": "the MES does not know this order",
  "order-cancelled": "the order was cancelled",
  "order-finished": "the order was already finished",
  "invalid-payload": "its content is not valid",
  "unknown-reversal": "the booking it takes back does not exist or was taken back before",
  "unknown-type": "waits for a newer MES",
  "newer-version": "waits for a newer MES",
  "depends-on-rejected": "the start of the order was not taken, so what followed it waits",
};

const events: Readonly<Record<string, string>> = {
  "order.started": "Order started",
  "order.paused": "Order paused",
  "order.resumed": "Order resumed",
  "order.finished": "Order finished",
  "parts.counted": "Parts counted",
  "quantity.reported": "Quantity booked",
  "quantity.reversed": "Booking taken back",
  "measurement.recorded": "Measured",
  "measurement.withdrawn": "Measurement taken back",
  "defect.logged": "Defect logged",
  "material.loaded": "Material loaded",
};

/** The name of an event type for people; types without one keep their own. */
export function eventInWords(type: string): string {
  return events[type] ?? type;
}
