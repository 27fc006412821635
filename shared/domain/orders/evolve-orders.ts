import { durationBetween } from "../../lib/duration.ts";
import { unreachable } from "../../lib/unreachable.ts";
import type { EventPayload, RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { byTurn, nextTurn } from "../turn.ts";
import { hasEnded, isWorked } from "./active-order.ts";
import { standing } from "./booking.ts";
import { equalPart } from "./equal-part.ts";
import { isMovement, type Movement, moveOf } from "./job-order-movement.ts";
import { type JobOrderProgress, KEPT_FINISHED_ORDERS } from "./job-order-progress.ts";
import { moveJobOrder } from "./job-order-table.ts";

/** Job order progress. Every change of quantity is a sum of deltas, so arrival order never matters (I-21). */
export function evolveOrders(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  const progress = state.jobOrder.get(event.jobOrder);
  if (event.type === "order.started" && progress === undefined) {
    return [row(started(state, event)), ...settledBeside(state, event, event.workUnit)];
  }
  if (progress === undefined) return [];
  const next = changed(state, progress, event);
  if (next === progress) return [];
  if (next.state === progress.state || isSetAside(progress, next)) return [row(next)];
  const turned = row({ ...next, turn: nextTurn(state.jobOrder) });
  const beside = settledBeside(state, event, progress.workUnit);
  return hasEnded(next) ? [turned, ...beside, ...longFinished(state)] : [turned, ...beside];
}

/** Whoever runs together with an order that begins, pauses or ends shares the time until then, and not the time after. */
function settledBeside(state: StationState, event: RecordedEvent, workUnit: string): readonly RowChange[] {
  return workedAt(state, workUnit)
    .filter(({ jobOrderId }) => jobOrderId !== event.jobOrder)
    .map((progress) => row({ ...progress, ...timesUntil(state, progress, event) }));
}

/** In the order of their names, so that a millisecond always goes the same way. */
function workedAt(state: StationState, workUnit: string): readonly JobOrderProgress[] {
  return [...state.jobOrder.values()]
    .filter((progress) => isWorked(progress) && progress.workUnit === workUnit)
    .toSorted((left, right) => (left.jobOrderId < right.jobOrderId ? -1 : 1));
}

/** An order that waits beside the machine is not on it because the planner holds it now. */
function isSetAside(before: JobOrderProgress, after: JobOrderProgress): boolean {
  return before.state === "paused" && after.state === "held";
}

/** Keeps the state small however many orders a station works: figures of the oldest finished ones go to the journal alone. */
function longFinished(state: StationState): readonly RowChange[] {
  const finished = [...state.jobOrder.values()].filter(hasEnded);
  const surplus = Math.max(0, finished.length + 1 - KEPT_FINISHED_ORDERS);
  return finished
    .toSorted(byTurn)
    .slice(0, surplus)
    .flatMap(({ jobOrderId, finishedUtc, state: ended }): readonly RowChange[] => {
      const end = ended === "aborted" ? "aborted" : "finished";
      const kept = { jobOrderId, finishedUtc: finishedUtc ?? "", end } as const;
      return [
        { area: "jobOrder", id: jobOrderId, row: null },
        { area: "finishedOrder", id: jobOrderId, row: kept },
      ];
    });
}

function row(progress: JobOrderProgress): RowChange {
  return { area: "jobOrder", id: progress.jobOrderId, row: progress };
}

function changed(state: StationState, progress: JobOrderProgress, event: RecordedEvent): JobOrderProgress {
  if (isMovement(event.type)) return moved(state, progress, event as RecordedEvent & Movement);
  switch (event.type) {
    case "order.plan-changed":
      return { ...progress, plannedQuantity: event.payload.plannedQuantity };
    case "parts.counted":
      return {
        ...progress,
        counted: progress.counted + event.payload.delta,
        scrap: progress.scrap + event.payload.scrap,
      };
    case "time.corrected":
      return withTimes(progress, event.payload);
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
  const { plannedQuantity, phase } = event.payload;
  const isSetUp = phase === "set-up";
  return {
    jobOrderId: event.jobOrder ?? "",
    workUnit: event.workUnit,
    state: isSetUp ? "setting-up" : "running",
    phase: isSetUp ? "set-up" : "run",
    plannedQuantity,
    plannedAtStart: plannedQuantity,
    countAuthority: event.payload.countAuthority,
    counted: 0,
    reportedGood: 0,
    scrap: 0,
    rework: 0,
    defects: {},
    startedUtc: event.at.atUtc,
    finishedUtc: null,
    pauseReasonCode: null,
    pausedTogether: [],
    held: null,
    stateSince: event.at,
    timesUpTo: event.at,
    runMs: 0,
    setUpMs: 0,
    correctedRunMs: 0,
    correctedSetUpMs: 0,
    turn: nextTurn(state.jobOrder),
  };
}

/** What the table does not know changes nothing: a journal may hold it (from a copy put back), no order obeys it. */
function moved(
  state: StationState,
  progress: JobOrderProgress,
  event: RecordedEvent & Movement,
): JobOrderProgress {
  const move = moveJobOrder(progress.state, moveOf(event));
  if (!move.ok || move.value === "stored" || move.value === "allowed" || move.value === "revoked")
    return progress;
  const times = timesUntil(state, progress, event);
  const next = { ...progress, ...times, state: move.value, stateSince: event.at };
  const free = { ...next, held: null, pauseReasonCode: null, pausedTogether: [] };
  switch (event.type) {
    case "order.paused":
      return {
        ...next,
        pauseReasonCode: event.payload.reasonCode,
        pausedTogether: event.payload.together ?? [],
      };
    case "order.held":
      return { ...next, held: { cause: event.payload.cause, reason: event.payload.reason } };
    case "order.started":
    case "order.resumed":
    case "order.run-begun":
      return { ...free, phase: "run" };
    case "order.set-up-begun":
      return { ...free, phase: "set-up" };
    case "order.finished":
    case "order.aborted":
      return { ...free, finishedUtc: event.at.atUtc };
    default:
      return unreachable(event);
  }
}

/** Orders that run together share the time at their machine equally: it is there once (SE-14). */
function timesUntil(
  state: StationState,
  progress: JobOrderProgress,
  { at }: RecordedEvent,
): Pick<JobOrderProgress, "runMs" | "setUpMs" | "timesUpTo"> {
  const together = workedAt(state, progress.workUnit);
  const place = together.findIndex(({ jobOrderId }) => jobOrderId === progress.jobOrderId);
  const spentMs = equalPart(durationBetween(progress.timesUpTo, at).ms, { of: together.length, place });
  const { runMs, setUpMs, state: was } = progress;
  return {
    timesUpTo: at,
    runMs: was === "running" ? runMs + spentMs : runMs,
    setUpMs: was === "setting-up" ? setUpMs + spentMs : setUpMs,
  };
}

function withTimes(progress: JobOrderProgress, delta: EventPayload<"time.corrected">): JobOrderProgress {
  return {
    ...progress,
    runMs: progress.runMs + delta.runMs,
    setUpMs: progress.setUpMs + delta.setUpMs,
    correctedRunMs: progress.correctedRunMs + delta.runMs,
    correctedSetUpMs: progress.correctedSetUpMs + delta.setUpMs,
  };
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
