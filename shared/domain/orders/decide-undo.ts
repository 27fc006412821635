import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import { decidePutBack, takenOutBy } from "../packing/undo-taking-out.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { byTurn } from "../turn.ts";
import { standing, UNDO_WINDOW_MS } from "./booking.ts";
import { counterBooking } from "./counter-booking.ts";
import { equalPart } from "./equal-part.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";
import { goOnTogether, pausedWith } from "./pause-together.ts";
import { isReworkBegun, type KnownHere } from "./rework-begun.ts";
import type { TimeMark } from "./time-mark.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** `ageMs` is measured by the station's monotonic clock, so a clock set back never reopens an old booking. */
export interface Undo {
  readonly eventId: string;
  readonly ageMs: number;
}

/**
 * Takes back one booking by a counter-booking, a pause of several orders as if it had not been, and what was taken out of a box
 * by putting it in again.
 */
export function decideUndo(known: KnownHere, { eventId, ageMs }: Undo): Decision {
  const { state } = known;
  const booking = state.booking.get(eventId);
  if (booking === undefined) return decideUndoMove(known, { eventId, ageMs });
  if (standing(booking) === 0) return refuse(refusal("nothing-to-undo"));
  if (ageMs > UNDO_WINDOW_MS) return refuse(refusal("undo-too-late"));
  // Its sample is closed and plotted: a value taken out of it now would be missing in one place and not in the other.
  if (booking.kind === "measurement" && !isInOpenSample(state, eventId)) {
    return refuse(refusal("undo-too-late"));
  }
  if (isReworkBegun(known, booking)) return refuse(refusal("rework-begun"));
  return accept([counterBooking(booking, { quantity: standing(booking), how: "undo" })]);
}

function isInOpenSample(state: StationState, eventId: string): boolean {
  return [...state.sample.values()].some(({ pieces }) => pieces.some((piece) => piece.eventId === eventId));
}

/** A pause of several orders, or something taken out of a box. */
function decideUndoMove(known: KnownHere, { eventId, ageMs }: Undo): Decision {
  const group = pausedBy(known.state, eventId);
  const emptied = takenOutBy(known.state, eventId);
  if (emptied !== undefined && ageMs <= UNDO_WINDOW_MS) return decidePutBack(known, emptied);
  if (emptied === undefined && group.length === 0) return refuse(refusal("nothing-to-undo"));
  if (ageMs > UNDO_WINDOW_MS) return refuse(refusal("undo-too-late"));
  const resumed = goOnTogether(known, group);
  if (!resumed.ok) return resumed;
  return accept([...timeGivenBack(known.state, group, Math.floor(ageMs)), ...resumed.value]);
}

/**
 * The pause began when it was taken back, so what the orders were at has its time, shared as before (SE-14). Once one of
 * them was brought back by itself, the time since was its own and is there only once.
 */
function timeGivenBack(
  state: StationState,
  group: readonly JobOrderProgress[],
  ageMs: number,
): readonly Draft[] {
  if (ageMs < 1 || group.some(({ pausedTogether }) => pausedTogether.length !== group.length)) return [];
  return group.flatMap(({ jobOrderId, phase }, place) => {
    const mark = newestMark(state, jobOrderId);
    if (mark === undefined) return [];
    const partMs = equalPart(ageMs, { of: group.length, place });
    const spent = phase === "set-up" ? { runMs: 0, setUpMs: partMs } : { runMs: partMs, setUpMs: 0 };
    const { eventId: of } = mark;
    const stop = state.stop.has(of) ? { stopId: of, edge: "start" as const } : null;
    return [
      { type: "time.corrected", jobOrder: jobOrderId, payload: { of, shiftMs: ageMs, ...spent, stop } },
    ];
  });
}

/** Orders that stand still since this event, which paused several at once; none: it did not, or they went on since. */
export function pausedBy(state: StationState, eventId: string): readonly JobOrderProgress[] {
  const mark = state.timeMark.get(eventId);
  if (mark?.move !== "order.paused") return [];
  const progress = state.jobOrder.get(mark.jobOrderId);
  if (progress === undefined || newestMark(state, mark.jobOrderId)?.eventId !== eventId) return [];
  return pausedWith(state, progress);
}

function newestMark({ timeMark }: StationState, jobOrderId: string): TimeMark | undefined {
  const ofOrder = [...timeMark.values()].filter((mark) => mark.jobOrderId === jobOrderId);
  return ofOrder.toSorted(byTurn).at(-1);
}
