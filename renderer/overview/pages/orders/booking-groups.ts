import type { OrderBooking } from "../../../../shared/protocol/pages.ts";

/** Counts further apart than this are two lines: the gap between them is news. */
const LONGEST_GAP_MS = 15 * 60_000;

/** One line of the booking list: a single booking, or a run of machine counts added up. */
export interface BookingGroup {
  /** Of the newest booking in the line. */
  readonly booking: OrderBooking;
  readonly firstUtc: string;
  readonly count: number;
  readonly good: number;
}

/**
 * Adds up neighbouring machine counts: a machine books every piece, and a hundred equal lines would hide the one that
 * a person made. Bookings of people, and whatever the MES did not apply, keep a line of their own.
 *
 * @param bookings newest first, as the MES sends them
 */
export function groupBookings(bookings: readonly OrderBooking[]): readonly BookingGroup[] {
  const groups: BookingGroup[] = [];
  for (const booking of bookings) {
    const last = groups.at(-1);
    if (last !== undefined && belongsTo(last, booking)) {
      groups[groups.length - 1] = {
        ...last,
        firstUtc: booking.atUtc,
        count: last.count + 1,
        good: last.good + booking.good,
      };
    } else {
      groups.push({ booking, firstUtc: booking.atUtc, count: 1, good: booking.good });
    }
  }
  return groups;
}

function belongsTo(group: BookingGroup, next: OrderBooking): boolean {
  return (
    isPlainCount(group.booking) &&
    isPlainCount(next) &&
    group.booking.stationId === next.stationId &&
    Math.abs(Date.parse(group.firstUtc) - Date.parse(next.atUtc)) <= LONGEST_GAP_MS
  );
}

function isPlainCount(booking: OrderBooking): boolean {
  return booking.type === "parts.counted" && booking.verdict === "applied";
}
