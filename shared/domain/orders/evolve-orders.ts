import { durationBetween } from "../../lib/duration.ts";
import type { EventPayload, RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { standing } from "./booking.ts";
import { type JobOrderProgress, KEPT_FINISHED_ORDERS } from "./job-order-progress.ts";

/** Job order progress. Every change of quantity is a sum of deltas, so arrival order never matters (I-21). */
export function evolveOrders(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  const progress = state.jobOrder.get(event.jobOrder);
  if (event.type === "order.started" && progress === undefined) return [row(started(state, event))];
  if (progress === undefined) return [];
  const next = changed(state, progress, event);
  if (next === progress) return [];
  if (next.state === progress.state) return [row(next)];
  const turned = row({ ...next, turn: nextTurn(state.jobOrder) });
  return next.state === "finished" ? [turned, ...longFinished(state)] : [turned];
}

/** Keeps the state small however many orders a station works: figures of the oldest finished ones go to the journal alone. */
function longFinished(state: StationState): readonly RowChange[] {
  const finished = [...state.jobOrder.values()].filter((progress) => progress.state === "finished");
  const surplus = Math.max(0, finished.length + 1 - KEPT_FINISHED_ORDERS);
  return finished
    .toSorted(byTurn)
    .slice(0, surplus)
    .flatMap(({ jobOrderId, finishedUtc }): readonly RowChange[] => [
      { area: "jobOrder", id: jobOrderId, row: null },
      { area: "finishedOrder", id: jobOrderId, row: { jobOrderId, finishedUtc: finishedUtc ?? "" } },
    ]);
}

function row(progress: JobOrderProgress): RowChange {
  return { area: "jobOrder", id: progress.jobOrderId, row: progress };
}

function changed(state: StationState, progress: JobOrderProgress, event: RecordedEvent): JobOrderProgress {
  switch (event.type) {
    case "order.paused":
      return { ...inState(progress, event, "paused"), pauseReasonCode: event.payload.reasonCode };
    case "order.started":
    case "order.resumed":
      return { ...inState(progress, event, "running"), pauseReasonCode: null };
    case "order.finished":
      return { ...inState(progress, event, "finished"), finishedUtc: event.at.atUtc, pauseReasonCode: null };
    case "parts.counted":
      return {
        ...progress,
        counted: progress.counted + event.payload.delta,
        scrap: progress.scrap + event.payload.scrap,
      };
    case "quantity.reported":
      return withQuantities(progress, event.payload);
    case "quantity.reversed":
      return reversed(state, progress, event.payload);
    case "defect.logged":
      return withDefect(progress, event.payload);
    default:
      return progress;
  }
}

function started(state: StationState, event: RecordedEvent & { type: "order.started" }): JobOrderProgress {
  return {
    jobOrderId: event.jobOrder ?? "",
    state: "running",
    countAuthority: event.payload.countAuthority,
    counted: 0,
    reportedGood: 0,
    scrap: 0,
    rework: 0,
    defects: {},
    startedUtc: event.at.atUtc,
    finishedUtc: null,
    pauseReasonCode: null,
    stateSince: event.at,
    runMs: 0,
    turn: nextTurn(state.jobOrder),
  };
}

function inState(
  progress: JobOrderProgress,
  event: RecordedEvent,
  next: JobOrderProgress["state"],
): JobOrderProgress {
  const ranMs = progress.state === "running" ? durationBetween(progress.stateSince, event.at).ms : 0;
  return { ...progress, state: next, stateSince: event.at, runMs: progress.runMs + ranMs };
}

function withQuantities(
  progress: JobOrderProgress,
  delta: { good: number; scrap: number; rework: number },
): JobOrderProgress {
  return {
    ...progress,
    reportedGood: progress.reportedGood + delta.good,
    scrap: progress.scrap + delta.scrap,
    rework: progress.rework + delta.rework,
  };
}

function withDefect(progress: JobOrderProgress, defect: EventPayload<"defect.logged">): JobOrderProgress {
  const counted = countDefect(progress, defect.defectCode, defect.quantity);
  return withQuantities(counted, {
    good: 0,
    scrap: defect.disposition === "scrap" ? defect.quantity : 0,
    rework: defect.disposition === "rework" ? defect.quantity : 0,
  });
}

function reversed(
  state: StationState,
  progress: JobOrderProgress,
  payload: EventPayload<"quantity.reversed">,
): JobOrderProgress {
  const booking = state.booking.get(payload.reverses);
  const restored = withQuantities(progress, payload);
  if (booking?.kind !== "defect" || booking.about === null) return restored;
  return countDefect(restored, booking.about, -(payload.quantity ?? standing(booking)));
}

function countDefect(progress: JobOrderProgress, defectCode: string, quantity: number): JobOrderProgress {
  // Own properties only: a catalogue may well hold a code such as "constructor".
  const before = Object.hasOwn(progress.defects, defectCode) ? progress.defects[defectCode] : undefined;
  const total = (before ?? 0) + quantity;
  return { ...progress, defects: { ...progress.defects, [defectCode]: total } };
}
