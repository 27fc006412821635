import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { isMovement, type Movement, moveOf } from "./job-order-movement.ts";
import { type JobOrderState, moveJobOrder } from "./job-order-table.ts";
import { workedBeside } from "./run-together.ts";
import { KEPT_TIME_MARKS, type Spending, type TimeMark } from "./time-mark.ts";

/** The newest times at which orders went from one thing to the next, with what was corrected of them since. */
export function evolveTimeMarks(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.type === "time.corrected") {
    const mark = state.timeMark.get(event.payload.of);
    return mark === undefined ? [] : [row({ ...mark, shiftMs: mark.shiftMs + event.payload.shiftMs })];
  }
  if (event.jobOrder === null || !isMovement(event.type)) return [];
  const made = markOf(state, event as RecordedEvent & Movement, event.jobOrder);
  return made === undefined ? [] : [row(made), ...tooOld(state)];
}

function row(mark: TimeMark): RowChange {
  return { area: "timeMark", id: mark.eventId, row: mark };
}

/** @returns undefined when the table does not know the move: nothing went from one thing to another */
function markOf(
  state: StationState,
  event: RecordedEvent & Movement,
  jobOrderId: string,
): TimeMark | undefined {
  const progress = state.jobOrder.get(jobOrderId);
  if (progress === undefined && event.type !== "order.started") return undefined;
  const moved = moveJobOrder(progress?.state ?? "allowed", moveOf(event));
  if (!moved.ok) return undefined;
  const workUnit = progress?.workUnit ?? event.workUnit;
  const beside = workedBeside({ state }, jobOrderId).filter((other) => other.workUnit === workUnit);
  return {
    eventId: event.eventId,
    jobOrderId,
    workUnit,
    move: event.type,
    atUtc: event.at.atUtc,
    personId: event.actor,
    before: progress === undefined ? null : spending(progress.state),
    after: spending(moved.value),
    shiftMs: 0,
    isShared: beside.length > 0,
    turn: nextTurn(state.timeMark),
  };
}

function spending(state: JobOrderState): Spending | null {
  if (state === "running") return "run";
  if (state === "setting-up") return "set-up";
  return state === "paused" || state === "held" ? "pause" : null;
}

function tooOld({ timeMark }: StationState): readonly RowChange[] {
  const surplus = timeMark.size + 1 - KEPT_TIME_MARKS;
  if (surplus <= 0) return [];
  const oldest = [...timeMark.values()].toSorted(byTurn).slice(0, surplus);
  return oldest.map(({ eventId }) => ({ area: "timeMark", id: eventId, row: null }) as const);
}
