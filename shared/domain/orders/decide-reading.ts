import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { activeOrder } from "./active-order.ts";
import { machineCounts, tooMuchGood } from "./decide-quantity.ts";

export interface ReadingNote {
  /** What the counter shows, as a person reads it. */
  readonly reading: number;
  /** From here on: the first reading of the order, or after the counter was set back. Books nothing. */
  readonly isStart: boolean;
  /** The person was asked and says that so many it are. */
  readonly confirmed?: boolean | undefined;
}

/**
 * Counts an order by reading a counter that nobody is connected to: the first reading is the start, each later one books
 * the pieces in between. From then on the readings are the one authority of the order, so nothing is booked beside them.
 */
export function decideReading(
  { state, master }: Known,
  { reading, isStart, confirmed }: ReadingNote,
): Result<readonly Draft[], Refusal> {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (machineCounts(active)) return refuse(refusal("machine-counts", { order: active.jobOrderId }));
  const last = state.reading.get(active.jobOrderId)?.reading;
  const jobOrder = active.jobOrderId;
  if (last === undefined || isStart)
    return accept([{ type: "reading.noted", jobOrder, payload: { reading } }]);
  const good = reading - last;
  if (good < 0) return refuse(refusal("reading-too-low", { reading: String(reading), last: String(last) }));
  if (good === 0) return accept([]);
  const tooMuch = tooMuchGood({ state, master }, active, { quantity: good, confirmed, source: "reading" });
  if (tooMuch !== undefined) return refuse(tooMuch);
  const payload = { good, scrap: 0, rework: 0, reasonCode: null, source: "reading" as const };
  return accept([
    { type: "quantity.reported", jobOrder, payload: { ...payload, reading: { from: last, to: reading } } },
  ]);
}
