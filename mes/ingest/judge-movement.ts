import type { Movement } from "../../shared/domain/orders/job-order-movement.ts";
import { moveOf } from "../../shared/domain/orders/job-order-movement.ts";
import type { BegunState } from "../../shared/domain/orders/job-order-progress.ts";
import { type JobOrderState, moveJobOrder } from "../../shared/domain/orders/job-order-table.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { RejectionCode } from "../../shared/protocol/messages.ts";
import { plannerSurprise } from "./attention.ts";
import { type Effect, progressEffect } from "./effect.ts";
import { type IngestState, newStationOrder, type PlannedOrder, type StationOrder } from "./ingest-state.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

export function stationOrderOf(state: IngestState, jobOrderId: string): StationOrder {
  return state.stationOrders.get(jobOrderId) ?? newStationOrder(jobOrderId);
}

/** Holds back what follows a movement that could not be applied. */
export function holdMovements(row: StationOrder, hold: StationOrder["hold"]): Judgement["effects"] {
  return row.hold === hold ? [] : [{ kind: "station-order", row: { ...row, hold } }];
}

/**
 * What moves an order at one station, judged by the same table of states as the station decides by (OR-1). "finished" at
 * any station is where an order ends.
 */
export function judgeMovement(
  state: IngestState,
  { entry, stationId }: { readonly entry: JournalEntry; readonly stationId: string },
  movement: Movement,
): Judgement {
  const jobOrderId = entry.jobOrder;
  if (jobOrderId === null) return rejected("invalid-payload");
  const row = stationOrderOf(state, jobOrderId);
  if (row.hold === "awaiting-upgrade") return parked("depends-on-rejected");
  if (movement.type === "order.started") return judgeStart(state, entry, { start: movement, row });
  if (row.hold === "start-rejected") return parked("depends-on-rejected");
  if (!state.jobOrders.has(jobOrderId)) return rejected("unknown-order");
  const moved = moveJobOrder(row.state === "none" ? "allowed" : row.state, moveOf(movement));
  if (!moved.ok) return rejected(rejectionOf(moved.refusal));
  return applied(
    { kind: "station-order", row: movedRow(row, { entry, movement, to: moved.value }) },
    ...told(movement, { entry, stationId }),
    ...surprised(movement, { arrival: { entry, stationId }, row, order: state.jobOrders.get(jobOrderId) }),
  );
}

/** A person at the MES learns that what the planner took back had been begun. */
function told(
  movement: Movement,
  from: { readonly entry: JournalEntry; readonly stationId: string },
): readonly Effect[] {
  if (movement.type !== "order.held" || movement.payload.cause === "hold") return [];
  return [{ kind: "attention-opened", attention: plannerSurprise(from, movement.payload.cause, null) }];
}

interface Ending {
  readonly arrival: { readonly entry: JournalEntry; readonly stationId: string };
  /** Before the end. */
  readonly row: StationOrder;
  readonly order: PlannedOrder | undefined;
}

/**
 * A station that had not heard of it ended an order which the planner had taken back, held or cut: it will never say so
 * itself, so the MES does (CF-1, CF-2). What a station had heard of it has told when it heard it.
 */
function surprised(movement: Movement, { arrival, row, order }: Ending): readonly Effect[] {
  if (movement.type !== "order.finished" || order === undefined || row.state === "held") return [];
  const { good, plannedQuantity: believed } = movement.payload;
  const cause = order.status !== "released" ? order.status : order.isHeld ? "hold" : null;
  const isCut = believed !== undefined && order.plannedQuantity < believed && good > order.plannedQuantity;
  const quantities = { good, plannedQuantity: order.plannedQuantity };
  return [
    ...(cause === null ? [] : [plannerSurprise(arrival, cause, null)]),
    ...(isCut ? [plannerSurprise(arrival, "cut", quantities)] : []),
  ].map((attention) => ({ kind: "attention-opened", attention }));
}

function judgeStart(
  state: IngestState,
  entry: JournalEntry,
  {
    start,
    row,
  }: { readonly start: Extract<Movement, { type: "order.started" }>; readonly row: StationOrder },
): Judgement {
  const { jobOrderId } = row;
  const jobOrder = state.jobOrders.get(jobOrderId);
  if (jobOrder === undefined) return refusedStart(row, "unknown-order");
  const moved = moveJobOrder(standing(row, jobOrder.status), moveOf(start));
  if (!moved.ok) return refusedStart(row, rejectionOf(moved.refusal));
  const next = movedRow(row, { entry, movement: start, to: moved.value });
  return applied(
    { kind: "station-order", row: { ...next, hold: "none" } },
    progressEffect(jobOrderId, {}, start.payload.countAuthority),
  );
}

function refusedStart(row: StationOrder, code: RejectionCode): Judgement {
  return rejected(code, ...holdMovements(row, "start-rejected"));
}

/**
 * What a start meets. A station that lost its journal starts anew what it had begun, so its own open row is no obstacle;
 * what the planner took back before is one. Nor is an end at another station: whoever's news came first would decide
 * then, and not what was done (SE-3).
 */
function standing(row: StationOrder, status: "released" | "cancelled" | "aborted"): JobOrderState {
  const isOpen = row.state !== "none" && row.state !== "finished" && row.state !== "aborted";
  if (isOpen) return "allowed";
  if (row.state !== "none") return row.state;
  if (status === "released") return "allowed";
  return status === "cancelled" ? "revoked" : "aborted";
}

function rejectionOf(refusal: RefusalCode): RejectionCode {
  switch (refusal) {
    case "order-already-finished":
      return "order-finished";
    case "order-cancelled":
      return "order-cancelled";
    default:
      return "order-state";
  }
}

interface Move {
  readonly entry: Pick<JournalEntry, "atUtc" | "eventId">;
  readonly movement: Movement;
  readonly to: JobOrderState;
}

function movedRow(row: StationOrder, { entry, movement, to }: Move): StationOrder {
  const { atUtc, eventId } = entry;
  const state = to as BegunState; // a movement of a station leads nowhere else, see the table
  const next = { ...row, state, sinceUtc: atUtc, movedBy: eventId, pauseReason: null };
  switch (movement.type) {
    case "order.started":
      return row.startedUtc === null ? { ...next, startedUtc: atUtc, startedBy: eventId } : next;
    case "order.paused":
      return { ...next, pauseReason: movement.payload.reasonCode };
    case "order.finished":
    case "order.aborted":
      return { ...next, finishedUtc: atUtc };
    default:
      return next;
  }
}
