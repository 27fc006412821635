import type { IntlShape } from "react-intl";
import type { OrderBooking, OrderRow } from "../../../../shared/protocol/pages.ts";
import type { ShapeState } from "../../../ui/StateShape.tsx";
import { wordFor } from "../../format/word-for.ts";

export type OrderLook = OrderRow["state"] | "blocked";

/** An order that may not start says so instead of "queued". */
export function orderLook(order: OrderRow): OrderLook {
  return order.state === "released" && order.blockedBy !== null ? "blocked" : order.state;
}

/** Shape and colour of an order's state; null where a plain icon says it (finished, given up, cancelled). */
export function orderShape(look: OrderLook): ShapeState | null {
  switch (look) {
    case "running":
      return "running";
    case "setting-up":
      return "setup";
    case "held":
      return "stopped";
    case "paused":
    case "blocked":
      return "waiting";
    case "released":
      return "planned";
    case "finished":
    case "aborted":
    case "cancelled":
      return null;
  }
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
