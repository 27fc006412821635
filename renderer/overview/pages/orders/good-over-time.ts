import type { OrderDetail } from "../../../../shared/protocol/pages.ts";

export interface GoodPoint {
  readonly atMs: number;
  readonly good: number;
}

/**
 * Good pieces of an order after each of its bookings, oldest first.
 *
 * @returns null unless the bookings add up to the order's own total: a curve that ends elsewhere than the number
 *   beside it would be a second truth (the MES may have cut the list short, for instance)
 */
export function goodOverTime(detail: OrderDetail): readonly GoodPoint[] | null {
  const oldestFirst = detail.bookings.toSorted(
    (left, right) => Date.parse(left.atUtc) - Date.parse(right.atUtc),
  );
  let good = 0;
  const points = oldestFirst.map((booking) => {
    good += booking.good;
    return { atMs: Date.parse(booking.atUtc), good };
  });
  return points.length > 0 && good === detail.order.good ? points : null;
}
