import type { Fact } from "../../shared/domain/event.ts";
import { formatDecimal } from "../../shared/lib/decimal.ts";
import { eventInWords } from "../ingest/plain-words.ts";
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
      return { ...NO_QUANTITIES, good: fact.payload.delta };
    case "quantity.reported":
    case "quantity.reversed": {
      const { good, scrap, rework } = fact.payload;
      return { good, scrap, rework };
    }
    case "defect.logged": {
      const { disposition, quantity } = fact.payload;
      if (disposition !== "scrap" && disposition !== "rework") return NO_QUANTITIES;
      return { ...NO_QUANTITIES, [disposition]: quantity };
    }
    default:
      return NO_QUANTITIES;
  }
}

/** The event as a line that a shift lead reads. */
export function bookingDetail(fact: Fact, names: Names): string {
  switch (fact.type) {
    case "parts.counted":
      return `Machine counted ${fact.payload.delta}`;
    case "order.paused":
      return `Paused, ${names.reason(fact.payload.reasonCode)}`;
    case "order.finished":
      return `Finished with ${quantityWords(fact.payload)}`;
    case "quantity.reported": {
      const { reasonCode } = fact.payload;
      const why = reasonCode === null ? "" : `, ${names.reason(reasonCode)}`;
      return `${quantityWords(fact.payload)}${why}`;
    }
    case "quantity.reversed":
      return `Taken back: ${quantityWords(fact.payload)}`;
    case "measurement.recorded": {
      const { characteristicId, value, unit, result } = fact.payload;
      return `${names.characteristic(characteristicId)} ${formatDecimal(value)} ${unit}, ${result}`;
    }
    case "measurement.withdrawn":
      return `${names.characteristic(fact.payload.characteristicId)}, value taken back`;
    case "defect.logged": {
      const { defectCode, quantity, disposition } = fact.payload;
      return `${quantity} × ${names.defect(defectCode)}, ${disposition}`;
    }
    case "material.loaded":
      return `Lot ${fact.payload.lotId} of ${fact.payload.itemId}, ${fact.payload.quantity}`;
    default:
      return eventInWords(fact.type);
  }
}

function quantityWords({ good, scrap, rework }: Quantities): string {
  const parts = [
    ...(good === 0 ? [] : [`${good} good`]),
    ...(scrap === 0 ? [] : [`${scrap} scrap`]),
    ...(rework === 0 ? [] : [`${rework} rework`]),
  ];
  return parts.length === 0 ? "nothing" : parts.join(", ");
}
