import type { IntlShape } from "react-intl";
import type { OrderBooking, OrderRow } from "../../../../shared/protocol/pages.ts";
import type { ShapeState } from "../../../ui/StateShape.tsx";
import { isBlocked } from "./order-filter.ts";

export type OrderLook = OrderRow["state"] | "blocked";

/** An order that may not start says so instead of "queued". */
export function orderLook(order: OrderRow): OrderLook {
  return order.state === "released" && isBlocked(order) ? "blocked" : order.state;
}

/** Shape and colour of an order's state; null where a plain icon says it (finished, cancelled). */
export function orderShape(look: OrderLook): ShapeState | null {
  switch (look) {
    case "running":
      return "running";
    case "paused":
    case "blocked":
      return "waiting";
    case "released":
      return "planned";
    case "finished":
    case "cancelled":
      return null;
  }
}

/** A translation where there is one, else the word of the MES: a newer MES may know more kinds than this page. */
export function wordFor(
  intl: IntlShape,
  area: "booking" | "code" | "detail.disposition",
  word: string,
): string {
  const id = `${area}.${word}`;
  return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id }) : word;
}

/** Events that say everything by their name and their count, so that they can be said in the reader's language. */
const plainTypes: ReadonlySet<string> = new Set([
  "order.started",
  "order.resumed",
  "order.finished",
  "measurement.withdrawn",
]);

/** What a booking says, in the reader's language where the page has the words, else in those of the MES. */
export function bookingWords(intl: IntlShape, booking: OrderBooking): string {
  if (booking.type === "parts.counted" && booking.verdict === "applied") {
    return intl.formatMessage({ id: "detail.counted" }, { quantity: intl.formatNumber(booking.good) });
  }
  if (plainTypes.has(booking.type) || booking.detail === "") return wordFor(intl, "booking", booking.type);
  return booking.detail;
}

export function receiptWords(intl: IntlShape, booking: OrderBooking): string {
  const code = wordFor(intl, "code", booking.code ?? "none");
  switch (booking.verdict) {
    case "applied":
      return intl.formatMessage({ id: "detail.applied" });
    case "rejected":
      return intl.formatMessage({ id: "detail.rejected" }, { code });
    case "parked":
      return intl.formatMessage({ id: "detail.parked" }, { code });
  }
}
