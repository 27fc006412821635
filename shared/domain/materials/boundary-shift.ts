import type { CountAuthority } from "../orders/job-order.ts";

interface Boundary {
  readonly atPieces: number;
  readonly bookingTurn: number;
}

/**
 * A booking taken back after a lot change belongs to the lot in which it was made: every mark that came after it moves by
 * its pieces, so the lot before it has fewer and the one after it as many as before.
 *
 * @param pieces the negated pieces of the booking
 */
export function shiftedMarks<Mark extends Boundary>(
  marks: readonly Mark[],
  turnOfBooking: number,
  pieces: number,
): readonly Mark[] {
  return marks.map((mark) =>
    mark.bookingTurn < turnOfBooking ? mark : { ...mark, atPieces: Math.max(0, mark.atPieces + pieces) },
  );
}

/** By how many pieces a counter-booking lowers what was produced: a machine's scrap was never produced on top. */
export function reversedPieces(
  authority: CountAuthority,
  delta: { readonly good: number; readonly scrap: number; readonly rework: number },
): number {
  return authority === "machine" ? delta.good : delta.good + delta.scrap + delta.rework;
}
