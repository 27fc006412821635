import type { OrderDetail } from "../../../../shared/protocol/pages.ts";

export interface GoodPoint {
  readonly atMs: number;
  readonly good: number;
}

type Delta = (booking: OrderDetail["bookings"][number]) => number;

/** Where people book, good is what they booked; where the machine counts, scrap and rework come out of its count. */
const deltas: readonly Delta[] = [
  (booking) => booking.good,
  (booking) => booking.good - booking.scrap - booking.rework,
];

/**
 * Good pieces of an order after each booking, oldest first.
 *
 * @returns null unless the bookings add up to the order's own total: a curve that ends elsewhere than the number
 *   beside it would be a second truth (the list may be cut short, for instance)
 */
export function goodOverTime(detail: OrderDetail): readonly GoodPoint[] | null {
  const oldestFirst = detail.bookings
    .filter((booking) => booking.verdict === "applied")
    .toSorted((left, right) => Date.parse(left.atUtc) - Date.parse(right.atUtc));
  for (const delta of deltas) {
    const points = accumulate(oldestFirst, delta);
    if (points.length > 1 && points.at(-1)?.good === detail.order.good) return points;
  }
  return null;
}

function accumulate(oldestFirst: OrderDetail["bookings"], delta: Delta): readonly GoodPoint[] {
  let good = 0;
  return oldestFirst.map((booking) => {
    good += delta(booking);
    return { atMs: Date.parse(booking.atUtc), good };
  });
}
