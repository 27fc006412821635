import type { MasterData } from "../../../shared/domain/master-data.ts";
import { activeOrder, isFinished } from "../../../shared/domain/orders/active-order.ts";
import { machineCounts } from "../../../shared/domain/orders/decide-quantity.ts";
import type { JobOrder } from "../../../shared/domain/orders/job-order.ts";
import { goodQuantity, type JobOrderProgress } from "../../../shared/domain/orders/job-order-progress.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { ActiveOrderView, QueueRow } from "../../../shared/screen/screen-model.ts";

export function activeOrderView(
  state: StationState,
  master: MasterData,
  at: Instant,
): ActiveOrderView | null {
  const active = activeOrder(state);
  if (active === undefined) return null;
  const order = master["job-order"].get(active.jobOrderId);
  const good = goodQuantity(active);
  const reading = state.reading.get(active.jobOrderId)?.reading ?? null;
  const runMs = runTimeMs(active, at);
  const measuredMs = measuredMsPerPiece(good, runMs);
  const reason = active.pauseReasonCode === null ? undefined : master.reason.get(active.pauseReasonCode);
  return {
    jobOrderId: active.jobOrderId,
    itemName: order?.item.name ?? "",
    operation: order === undefined ? "" : operationOf(order),
    state: active.state === "paused" ? "paused" : "running",
    pauseReason: reason?.name ?? null,
    startedUtc: active.startedUtc,
    countAuthority: active.countAuthority,
    machineCounts: machineCounts(active),
    reading,
    good,
    scrap: active.scrap,
    rework: active.rework,
    planned: order?.plannedQuantity ?? 0,
    // A box would be booked beside the readings, which count this order alone.
    boxQuantity: reading === null ? (order?.boxQuantity ?? null) : null,
    targetNow: order === undefined ? 0 : Math.floor(runMs / 1000 / order.idealCycleSeconds),
    readyAboutUtc: order === undefined ? null : readyAbout({ order, good, measuredMs, at }),
    secondsPerPiece: measuredMs === null ? null : measuredMs / 1000,
    plannedSecondsPerPiece: order?.idealCycleSeconds ?? null,
    dueUtc: order?.dueUtc ?? active.startedUtc,
  };
}

function operationOf(order: JobOrder): string {
  return `${order.operation.number} ${order.operation.name}`;
}

function runTimeMs(progress: JobOrderProgress, at: Instant): number {
  const running = progress.state === "running" ? durationBetween(progress.stateSince, at).ms : 0;
  return progress.runMs + running;
}

/** From this many good pieces on the order's own pace is steadier than the standard's. */
const PACE_FROM_PIECES = 5;

function measuredMsPerPiece(good: number, runMs: number): number | null {
  return good >= PACE_FROM_PIECES && runMs > 0 ? runMs / good : null;
}

function readyAbout(now: {
  order: JobOrder;
  good: number;
  measuredMs: number | null;
  at: Instant;
}): string | null {
  const left = now.order.plannedQuantity - now.good;
  if (left <= 0) return null;
  const msPerPiece = now.measuredMs ?? now.order.idealCycleSeconds * 1000;
  return new Date(Date.parse(now.at.atUtc) + left * msPerPiece).toISOString();
}

/** Orders of this work unit in the planner's order; finished and cancelled ones are gone from it. */
export function queueView(state: StationState, master: MasterData, workUnit: string): readonly QueueRow[] {
  return [...master["job-order"].values()]
    .filter((order) => order.workUnit === workUnit && order.status === "released")
    .filter((order) => !isFinished(state, order.jobOrderId))
    .map((order) => queueRow(order, state.jobOrder.get(order.jobOrderId)))
    .toSorted((left, right) => priority(master, left) - priority(master, right));
}

function priority(master: MasterData, row: QueueRow): number {
  return master["job-order"].get(row.jobOrderId)?.priority ?? 0;
}

function queueRow(order: JobOrder, progress: JobOrderProgress | undefined): QueueRow {
  return {
    jobOrderId: order.jobOrderId,
    itemName: order.item.name,
    operation: operationOf(order),
    planned: order.plannedQuantity,
    good: progress === undefined ? 0 : goodQuantity(progress),
    dueUtc: order.dueUtc,
    state: progress?.state ?? "released",
    blockedBy: order.blockedBy,
    materialCount: order.materials.length,
  };
}
