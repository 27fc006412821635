import type { EventPayload, Fact } from "../../shared/domain/event.ts";
import { formatDecimal } from "../../shared/lib/decimal.ts";
import type { BookingContent } from "../../shared/protocol/booking-content.ts";
import type { Names } from "./names.ts";

export interface Quantities {
  readonly good: number;
  readonly scrap: number;
  readonly rework: number;
}

export const NO_QUANTITIES: Quantities = { good: 0, scrap: 0, rework: 0 };

/**
 * What an applied event did to the sums of its order. With the machine as authority a scrapped piece is one that was
 * counted as good, so the lines of an order add up to its totals, as in a ledger.
 */
export function ledgerQuantities(fact: Fact, authority: "machine" | "operator"): Quantities {
  const booked = bookedQuantities(fact);
  if (authority === "operator") return fact.type === "parts.counted" ? NO_QUANTITIES : booked;
  return { ...booked, good: booked.good - booked.scrap - booked.rework };
}

function bookedQuantities(fact: Fact): Quantities {
  switch (fact.type) {
    case "parts.counted":
      return { ...NO_QUANTITIES, good: fact.payload.delta, scrap: fact.payload.scrap };
    case "quantity.reported":
    case "quantity.reversed":
      return piecesOf(fact.payload);
    case "defect.logged": {
      const { disposition, quantity } = fact.payload;
      if (disposition !== "scrap" && disposition !== "rework") return NO_QUANTITIES;
      return { ...NO_QUANTITIES, [disposition]: quantity };
    }
    default:
      return NO_QUANTITIES;
  }
}

/**
 * The event as codes and values, with the names that master data has for them.
 *
 * @param reworkId order that a booking of rework leads to, where it sends its pieces back (RW-7)
 */
export function bookingContent(fact: Fact, names: Names, reworkId: string | null): BookingContent {
  switch (fact.type) {
    case "parts.counted":
      return { kind: "counted", quantity: fact.payload.delta };
    case "order.paused":
      return { kind: "paused", reason: names.reason(fact.payload.reasonCode) };
    case "order.finished":
      return finishedContent(fact.payload, names);
    case "order.aborted": {
      const { missing, reasonCode } = fact.payload;
      return { kind: "aborted", ...piecesOf(fact.payload), missing, reason: names.reason(reasonCode) };
    }
    case "order.held":
      return { kind: "held", cause: fact.payload.cause, reason: fact.payload.reason };
    case "order.plan-changed":
      return { kind: "plan-changed", was: fact.payload.was, planned: fact.payload.plannedQuantity };
    case "quantity.reported":
      return reportedContent(fact.payload, names, reworkId);
    case "quantity.reversed":
      return { kind: "reversed", ...piecesOf(fact.payload) };
    case "measurement.recorded": {
      const { characteristicId, value, unit, result } = fact.payload;
      const characteristic = names.characteristic(characteristicId);
      return { kind: "measured", characteristic, value: formatDecimal(value), unit, result };
    }
    case "measurement.withdrawn":
      return { kind: "withdrawn", characteristic: names.characteristic(fact.payload.characteristicId) };
    case "defect.logged": {
      const { defectCode, quantity, disposition } = fact.payload;
      return { kind: "defect", defect: names.defect(defectCode), quantity, disposition };
    }
    case "material.loaded": {
      const { lotId, itemId, quantity, unit } = fact.payload;
      return { kind: "loaded", lotId, itemId, quantity, unit };
    }
    case "unit.reopened":
      return {
        kind: "unit-reopened",
        sscc: fact.payload.sscc,
        reason: names.reason(fact.payload.reasonCode),
      };
    default:
      return { kind: "plain" };
  }
}

function reportedContent(
  payload: EventPayload<"quantity.reported">,
  names: Names,
  jobOrderId: string | null,
): BookingContent {
  const { reasonCode, reworkTo } = payload;
  const reason = reasonCode === null ? null : names.reason(reasonCode);
  const reported = { kind: "reported", ...piecesOf(payload), reason } as const;
  if (reworkTo === undefined || jobOrderId === null) return reported;
  return { ...reported, reworkTo: { operation: reworkTo.operation, jobOrderId } };
}

function finishedContent(payload: EventPayload<"order.finished">, names: Names): BookingContent {
  const { short } = payload;
  if (short === undefined) return { kind: "finished", ...piecesOf(payload) };
  const { missing, reasonCode } = short;
  return { kind: "finished-short", ...piecesOf(payload), missing, reason: names.reason(reasonCode) };
}

function piecesOf({ good, scrap, rework }: Quantities): Quantities {
  return { good, scrap, rework };
}
