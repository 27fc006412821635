import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { standing, UNDO_WINDOW_MS } from "./booking.ts";
import { counterBooking } from "./counter-booking.ts";

/**
 * Takes back one booking by a counter-booking. `ageMs` is measured by the station's monotonic clock, not by the times
 * in the events, so a clock set back never reopens an old booking.
 */
export function decideUndo(
  state: StationState,
  eventId: string,
  ageMs: number,
): Result<readonly Draft[], Refusal> {
  const booking = state.booking.get(eventId);
  if (booking === undefined || standing(booking) === 0) return refuse(refusal("nothing-to-undo"));
  if (ageMs > UNDO_WINDOW_MS) return refuse(refusal("undo-too-late"));
  // Its sample is closed and plotted: a value taken out of it now would be missing in one place and not in the other.
  if (booking.kind === "measurement" && !isInOpenSample(state, eventId)) {
    return refuse(refusal("undo-too-late"));
  }
  return accept([counterBooking(booking, { quantity: standing(booking), how: "undo" })]);
}

function isInOpenSample(state: StationState, eventId: string): boolean {
  return [...state.sample.values()].some(({ pieces }) => pieces.some((piece) => piece.eventId === eventId));
}
