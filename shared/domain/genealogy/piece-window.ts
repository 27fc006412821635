import type { PieceOf } from "./lot-usage.ts";
import { addPieces, noPieces, producedOf } from "./order-pieces.ts";
import type { StationEvent } from "./work-trace.ts";

/** When a piece was made: after the count or booking before it and not after its own. */
export interface PieceWindow {
  readonly fromUtc: string;
  readonly toUtc: string;
}

/**
 * The window of a piece from the counts around it. Where pieces were taken back and made again the last making counts.
 *
 * @param events of the order, those of the station in its own order
 * @returns undefined when the station has not made so many
 */
export function pieceWindow(
  events: Iterable<StationEvent>,
  jobOrderId: string,
  { stationId, piece }: PieceOf,
): PieceWindow | undefined {
  let sums = noPieces;
  let lastCountUtc: string | undefined;
  let window: PieceWindow | undefined;
  for (const event of events) {
    if (event.jobOrder !== jobOrderId || event.stationId !== stationId) continue;
    const before = producedOf(sums);
    sums = addPieces(sums, event);
    const now = producedOf(sums);
    const { atUtc } = event.at;
    if (before < piece && piece <= now) window = { fromUtc: lastCountUtc ?? atUtc, toUtc: atUtc };
    if (now < piece) window = undefined;
    if (now !== before || beginsWork(event)) lastCountUtc = atUtc;
  }
  return window;
}

/** Nothing is made while an order rests, so the window of the next piece begins when it goes on. */
function beginsWork({ type }: StationEvent): boolean {
  return type === "order.started" || type === "order.resumed" || type === "order.run-begun";
}
