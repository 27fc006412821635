import type { Fact } from "../../shared/domain/event.ts";
import { unreachable } from "../../shared/lib/unreachable.ts";
import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { RejectionCode } from "../../shared/protocol/messages.ts";
import { progressEffect } from "./effect.ts";
import { type IngestState, newStationOrder, type StationOrder } from "./ingest-state.ts";
import { applied, type Judgement, parked, rejected } from "./judgement.ts";

const movements = ["order.started", "order.paused", "order.resumed", "order.finished"] as const;
export type Movement = Extract<Fact, { type: (typeof movements)[number] }>;

/** Whether an event moves a job order from one state to another, and so depends on those before it. */
export function isMovement(type: string): type is Movement["type"] {
  return (movements as readonly string[]).includes(type);
}

export function stationOrderOf(state: IngestState, jobOrderId: string): StationOrder {
  return state.stationOrders.get(jobOrderId) ?? newStationOrder(jobOrderId);
}

/** Holds back what follows a movement that could not be applied. */
export function holdMovements(row: StationOrder, hold: StationOrder["hold"]): Judgement["effects"] {
  return row.hold === hold ? [] : [{ kind: "station-order", row: { ...row, hold } }];
}

/** Start, pause, resume and finish of an order at one station. "finished" at any station is where an order ends. */
export function judgeMovement(state: IngestState, entry: JournalEntry, movement: Movement): Judgement {
  const jobOrderId = entry.jobOrder;
  if (jobOrderId === null) return rejected("invalid-payload");
  const row = stationOrderOf(state, jobOrderId);
  if (row.hold === "awaiting-upgrade") return parked("depends-on-rejected");
  if (movement.type === "order.started") return judgeStart(state, entry, { start: movement, row });
  if (row.hold === "start-rejected") return parked("depends-on-rejected");
  if (!state.jobOrders.has(jobOrderId)) return rejected("unknown-order");
  return applied({ kind: "station-order", row: moved(row, entry.atUtc, movement) });
}

function judgeStart(
  state: IngestState,
  entry: JournalEntry,
  {
    start,
    row,
  }: { readonly start: Extract<Movement, { type: "order.started" }>; readonly row: StationOrder },
): Judgement {
  const refusal = refuseStart(state, row);
  if (refusal !== undefined) return rejected(refusal, ...holdMovements(row, "start-rejected"));
  const next: StationOrder = { ...moved(row, entry.atUtc, start), hold: "none" };
  return applied(
    { kind: "station-order", row: next },
    progressEffect(row.jobOrderId, {}, start.payload.countAuthority),
  );
}

function refuseStart(state: IngestState, row: StationOrder): RejectionCode | undefined {
  const jobOrder = state.jobOrders.get(row.jobOrderId);
  if (jobOrder === undefined) return "unknown-order";
  if (row.state === "running" || row.state === "paused") return undefined;
  if (state.finished.has(row.jobOrderId)) return "order-finished";
  return jobOrder.status === "cancelled" ? "order-cancelled" : undefined;
}

function moved(row: StationOrder, atUtc: string, movement: Movement): StationOrder {
  if (row.state === "finished") return row;
  const since = { sinceUtc: atUtc, pauseReason: null };
  switch (movement.type) {
    case "order.started":
      return { ...row, ...since, state: "running", startedUtc: row.startedUtc ?? atUtc };
    case "order.paused":
      return { ...row, state: "paused", sinceUtc: atUtc, pauseReason: movement.payload.reasonCode };
    case "order.resumed":
      return { ...row, ...since, state: "running" };
    case "order.finished":
      return { ...row, ...since, state: "finished", finishedUtc: atUtc };
    default:
      return unreachable(movement);
  }
}
