import type { OrderBooking } from "../../shared/protocol/pages.ts";

/** A line of an order's ledger, and how many pieces the machine counted in it; null for any other booking. */
export interface LedgerLine {
  readonly booking: OrderBooking;
  readonly counted: number | null;
}

/** Joins neighbouring counts of one station into one line: nobody reads six hundred lines of "counted 1". */
export function collapseCounts(newestFirst: readonly LedgerLine[]): OrderBooking[] {
  const lines: LedgerLine[] = [];
  for (const line of newestFirst) {
    const newer = lines.at(-1);
    const sum = newer === undefined ? undefined : joined(newer, line);
    if (sum === undefined) lines.push(line);
    else lines[lines.length - 1] = sum;
  }
  return lines.map(({ booking, counted }) =>
    counted === null ? booking : { ...booking, detail: `Machine counted ${counted}` },
  );
}

/** The newest of them lends its id and times. @returns undefined when the two are not counts of one station */
function joined(newer: LedgerLine, older: LedgerLine): LedgerLine | undefined {
  if (newer.counted === null || older.counted === null) return undefined;
  if (newer.booking.stationId !== older.booking.stationId) return undefined;
  const good = newer.booking.good + older.booking.good;
  return { booking: { ...newer.booking, good }, counted: newer.counted + older.counted };
}
