import type { OrderBooking } from "../../shared/protocol/pages.ts";

/** Joins neighbouring counts of one station into one line: nobody reads six hundred lines of "counted 1". */
export function collapseCounts(newestFirst: readonly OrderBooking[]): OrderBooking[] {
  const lines: OrderBooking[] = [];
  for (const line of newestFirst) {
    const newer = lines.at(-1);
    const sum = newer === undefined ? undefined : joined(newer, line);
    if (sum === undefined) lines.push(line);
    else lines[lines.length - 1] = sum;
  }
  return lines;
}

/** The newest of them lends its id and times. @returns undefined when the two are not counts of one station */
function joined(newer: OrderBooking, older: OrderBooking): OrderBooking | undefined {
  if (newer.stationId !== older.stationId) return undefined;
  if (newer.verdict !== "applied" || older.verdict !== "applied") return undefined;
  if (newer.content.kind !== "counted" || older.content.kind !== "counted") return undefined;
  const quantity = newer.content.quantity + older.content.quantity;
  const sums = { good: newer.good + older.good, scrap: newer.scrap + older.scrap };
  return { ...newer, ...sums, content: { kind: "counted", quantity } };
}
