import type { Known } from "../../../shared/domain/known.ts";
import { activeOrder, isEnded, isWorked } from "../../../shared/domain/orders/active-order.ts";
import { machineCounts } from "../../../shared/domain/orders/decide-quantity.ts";
import type { JobOrder } from "../../../shared/domain/orders/job-order.ts";
import {
  type BegunState,
  goodQuantity,
  type JobOrderProgress,
} from "../../../shared/domain/orders/job-order-progress.ts";
import { knownGood, missingQuantity } from "../../../shared/domain/orders/known-good.ts";
import { pausedWith } from "../../../shared/domain/orders/pause-together.ts";
import { plannerStop } from "../../../shared/domain/orders/planner-stop.ts";
import { compareQueued } from "../../../shared/domain/orders/queue-order.ts";
import { readinessOf, type Surroundings } from "../../../shared/domain/orders/readiness.ts";
import { mayRunTogether } from "../../../shared/domain/orders/run-together.ts";
import { previousOperation, suggestedQuantity } from "../../../shared/domain/orders/upstream.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { ElsewhereView, ReworkTarget, UpstreamView } from "../../../shared/screen/route-view.ts";
import type { ActiveOrderView, HoldView, QueueRow } from "../../../shared/screen/screen-model.ts";

interface Now {
  readonly at: Instant;
  /** So many orders run on the work unit and share its time; left out: one. */
  readonly together?: number;
  /** When the MES last confirmed what it had told; null: never. */
  readonly dataOfUtc?: string | null;
}

export function activeOrderView(
  { state, master }: Known,
  { at, together = 1, dataOfUtc = null }: Now,
): ActiveOrderView | null {
  const active = activeOrder(state);
  if (active === undefined) return null;
  const order = master["job-order"].get(active.jobOrderId);
  const good = goodQuantity(active);
  const reading = state.reading.get(active.jobOrderId)?.reading ?? null;
  const now = { at, together: Math.max(1, together) };
  const runMs = spentMs(active, "running", now);
  const measuredMs = measuredMsPerPiece(good, runMs);
  const planned = active.plannedQuantity;
  const remaining = missingQuantity(active, master);
  const reason = active.pauseReasonCode === null ? undefined : master.reason.get(active.pauseReasonCode);
  return {
    jobOrderId: active.jobOrderId,
    itemName: order?.item.name ?? "",
    operation: order === undefined ? "" : operationOf(order),
    state: openState(active.state),
    together: isWorked(active) ? now.together : Math.max(1, pausedWith(state, active).length),
    pauseReason: active.state === "paused" ? (reason?.name ?? null) : null,
    hold: holdView(active, order),
    setUpMinutes: Math.floor(spentMs(active, "setting-up", now) / 60_000),
    plannedWas: active.plannedAtStart === planned ? null : active.plannedAtStart,
    overDelivered: Math.max(0, knownGood(active, master) - planned),
    startedUtc: active.startedUtc,
    countAuthority: active.countAuthority,
    machineCounts: machineCounts(active),
    reading,
    good,
    scrap: active.scrap,
    rework: active.rework,
    planned,
    elsewhere: elsewhereView(master, active.jobOrderId, dataOfUtc),
    remaining,
    toBook: Math.min(remaining, lyingHere(order, active, master) ?? planned),
    upstream: order === undefined ? null : upstreamView(order),
    reworkTargets: order === undefined ? [] : reworkTargets(order),
    // A box would be booked beside the readings, which count this order alone.
    boxQuantity: reading === null ? (order?.boxQuantity ?? null) : null,
    // More than planned is nobody's target, however long it takes.
    targetNow:
      order === undefined ? 0 : Math.min(planned, Math.floor(runMs / 1000 / order.idealCycleSeconds)),
    readyAboutUtc: order === undefined ? null : readyAbout({ order, left: remaining, measuredMs, at }),
    secondsPerPiece: measuredMs === null ? null : measuredMs / 1000,
    plannedSecondsPerPiece: order?.idealCycleSeconds ?? null,
    dueUtc: order?.dueUtc ?? active.startedUtc,
  };
}

function lyingHere(
  order: JobOrder | undefined,
  progress: JobOrderProgress,
  master: Known["master"],
): number | null {
  return order === undefined ? null : suggestedQuantity(order, progress, master);
}

/** Sums are news of the MES: as fresh as its last word, be it the sum itself or that nothing is newer. */
function elsewhereView(
  master: Known["master"],
  jobOrderId: string,
  dataOfUtc: string | null,
): ElsewhereView | null {
  const told = master["made-elsewhere"].get(jobOrderId);
  if (told === undefined || told.stations === 0) return null;
  const { good, stations, asOfUtc } = told;
  return { good, stations, asOfUtc: dataOfUtc !== null && dataOfUtc > asOfUtc ? dataOfUtc : asOfUtc };
}

function reworkTargets({ earlierOperations = [] }: JobOrder): readonly ReworkTarget[] {
  return earlierOperations
    .map((one) => ({ jobOrderId: one.jobOrderId, operation: operationOf(one) }))
    .toReversed();
}

function upstreamView(order: JobOrder): UpstreamView | null {
  const { upstream = null } = order;
  if (upstream === null) return null;
  const { number: operation, plannedQuantity } = previousOperation(order);
  const { handedOn, returned } = upstream;
  return { operation, handedOn, of: plannedQuantity ?? order.plannedQuantity, returned };
}

function operationOf(order: Pick<JobOrder, "operation">): string {
  return `${order.operation.number} ${order.operation.name}`;
}

/** An order that has ended is in no list; until the next look it is shown as paused. */
export function openState(state: BegunState): ActiveOrderView["state"] {
  return state === "finished" || state === "aborted" ? "paused" : state;
}

/** The planner's newest words; what was recorded when it was held stays until it goes on. */
function holdView({ held }: JobOrderProgress, order: JobOrder | undefined): HoldView | null {
  if (held === null) return null;
  const now = plannerStop(order);
  return { ...held, ...(now ?? {}), isLifted: order !== undefined && now === null };
}

function spentMs(
  progress: JobOrderProgress,
  state: "running" | "setting-up",
  { at, together }: { readonly at: Instant; readonly together: number },
): number {
  const before = state === "running" ? progress.runMs : progress.setUpMs;
  const now = progress.state === state ? durationBetween(progress.timesUpTo, at).ms : 0;
  return before + now / together;
}

/** From this many good pieces on the order's own pace is steadier than the standard's. */
const PACE_FROM_PIECES = 5;

function measuredMsPerPiece(good: number, runMs: number): number | null {
  return good >= PACE_FROM_PIECES && runMs > 0 ? runMs / good : null;
}

function readyAbout(now: {
  order: JobOrder;
  left: number;
  measuredMs: number | null;
  at: Instant;
}): string | null {
  const { left } = now;
  if (left <= 0) return null;
  const msPerPiece = now.measuredMs ?? now.order.idealCycleSeconds * 1000;
  return new Date(Date.parse(now.at.atUtc) + left * msPerPiece).toISOString();
}

/** What the queue is computed from. */
export interface QueueSources {
  readonly known: Known;
  readonly workUnit: string;
  readonly around: Surroundings;
}

/**
 * Orders of this work unit in the planner's order. Ended ones are gone from it, and cancelled ones as well, unless they
 * were begun here: somebody has to end them.
 */
export function queueView({ known, workUnit, around }: QueueSources): readonly QueueRow[] {
  const { state, master } = known;
  return [...master["job-order"].values()]
    .filter((order) => order.workUnit === workUnit)
    .filter((order) => order.status === "released" || state.jobOrder.has(order.jobOrderId))
    .filter((order) => !isEnded(state, order.jobOrderId))
    .toSorted(compareQueued)
    .map((order) =>
      queueRow(order, state.jobOrder.get(order.jobOrderId), {
        elsewhere: elsewhereView(master, order.jobOrderId, around.dataOfUtc),
        readiness: readinessOf(known, order, around),
        mayRunTogether: mayRunTogether(known, order),
      }),
    );
}

function queueRow(
  order: JobOrder,
  progress: JobOrderProgress | undefined,
  said: Pick<QueueRow, "elsewhere" | "readiness" | "mayRunTogether">,
): QueueRow {
  return {
    jobOrderId: order.jobOrderId,
    reworkFor: order.reworkOf?.operation.number ?? null,
    itemName: order.item.name,
    operation: operationOf(order),
    planned: order.plannedQuantity,
    good: progress === undefined ? 0 : goodQuantity(progress),
    dueUtc: order.dueUtc,
    state: progress === undefined ? "released" : openState(progress.state),
    ...said,
    materialCount: order.materials.length,
  };
}
