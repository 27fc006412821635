import type { CountAuthority } from "../../shared/domain/orders/job-order.ts";

export interface OrderSums {
  readonly countAuthority: CountAuthority;
  readonly counted: number;
  readonly reportedGood: number;
  readonly scrap: number;
  readonly rework: number;
}

/** Good pieces (GQ of ISO 22400) by the order's one authority; the station shows the same number by the same rule. */
export function goodQuantity(sums: OrderSums): number {
  if (sums.countAuthority === "operator") return sums.reportedGood;
  return sums.counted + sums.reportedGood - sums.scrap - sums.rework;
}
