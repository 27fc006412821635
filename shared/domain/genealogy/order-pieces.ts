import type { RecordedEvent } from "../event.ts";
import { goodQuantity, type OrderSums } from "../orders/job-order-progress.ts";

export const noPieces: OrderSums = {
  countAuthority: "operator",
  counted: 0,
  reportedGood: 0,
  scrap: 0,
  rework: 0,
};

/** The sums of an order at one station after one more event; deltas only, as everywhere (I-21). */
export function addPieces(sums: OrderSums, event: RecordedEvent): OrderSums {
  switch (event.type) {
    case "order.started":
      return { ...sums, countAuthority: event.payload.countAuthority };
    case "parts.counted":
      return {
        ...sums,
        counted: sums.counted + event.payload.delta,
        scrap: sums.scrap + event.payload.scrap,
      };
    case "quantity.reported":
    case "quantity.reversed":
      return plus(sums, event.payload);
    case "defect.logged": {
      const { disposition, quantity } = event.payload;
      const scrap = disposition === "scrap" ? quantity : 0;
      return plus(sums, { good: 0, scrap, rework: disposition === "rework" ? quantity : 0 });
    }
    default:
      return sums;
  }
}

function plus(sums: OrderSums, delta: { good: number; scrap: number; rework: number }): OrderSums {
  return {
    ...sums,
    reportedGood: sums.reportedGood + delta.good,
    scrap: sums.scrap + delta.scrap,
    rework: sums.rework + delta.rework,
  };
}

export function producedOf(sums: OrderSums): number {
  return goodQuantity(sums) + sums.scrap + sums.rework;
}
