import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { MasterData } from "../master-data.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { activeOrder, isFinished } from "./active-order.ts";
import { goodQuantity, type JobOrderProgress, OTHER_ORDER_REASON } from "./job-order-progress.ts";

export type Decision = Result<readonly Draft[], Refusal>;

export interface StartCommand {
  readonly jobOrderId: string;
  /** Where it is to start. */
  readonly workUnit: string;
  /** What becomes of the order that is active now. */
  readonly activeOrder: "pause" | "finish" | null;
}

export function decideStart(state: StationState, master: MasterData, command: StartCommand): Decision {
  const order = master["job-order"].get(command.jobOrderId);
  const known = state.jobOrder.get(command.jobOrderId);
  if (order === undefined) return refuse(refusal("unknown-order", { order: command.jobOrderId }));
  if (order.status === "cancelled") return refuse(refusal("order-cancelled", { order: order.jobOrderId }));
  if (isFinished(state, order.jobOrderId))
    return refuse(refusal("order-already-finished", { order: order.jobOrderId }));
  if (known?.state === "running")
    return refuse(refusal("order-already-running", { order: order.jobOrderId }));
  if (order.workUnit !== command.workUnit) {
    return refuse(refusal("order-elsewhere", { order: order.jobOrderId, workUnit: order.workUnit }));
  }
  if (order.blockedBy !== null) {
    return refuse(refusal("order-blocked", { order: order.jobOrderId, reason: order.blockedBy }));
  }
  const others = decideActiveOrder(state, command);
  if (!others.ok) return others;
  const started: Draft = {
    type: "order.started",
    jobOrder: order.jobOrderId,
    payload: { countAuthority: order.countAuthority, plannedQuantity: order.plannedQuantity },
  };
  const resumed: Draft = { type: "order.resumed", jobOrder: order.jobOrderId, payload: {} };
  return accept([...others.value, known === undefined ? started : resumed]);
}

/** Any other order that is running must be paused or finished first; paused ones may wait. */
function decideActiveOrder(state: StationState, command: StartCommand): Decision {
  const running = runningOrder(state);
  if (running === undefined) return accept([]);
  switch (command.activeOrder) {
    case null:
      return refuse(refusal("another-order-active", { order: running.jobOrderId }));
    case "pause":
      return accept([
        { type: "order.paused", jobOrder: running.jobOrderId, payload: { reasonCode: OTHER_ORDER_REASON } },
      ]);
    case "finish":
      return accept([finished(running)]);
  }
}

function runningOrder(state: StationState): JobOrderProgress | undefined {
  return [...state.jobOrder.values()].find((progress) => progress.state === "running");
}

function finished(progress: JobOrderProgress): Draft {
  const payload = { good: goodQuantity(progress), scrap: progress.scrap, rework: progress.rework };
  return { type: "order.finished", jobOrder: progress.jobOrderId, payload };
}

export function decidePause(state: StationState, master: MasterData, reasonCode: string): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (active.state !== "running") return refuse(refusal("order-not-running", { order: active.jobOrderId }));
  if (master.reason.get(reasonCode)?.kind !== "pause")
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  return accept([{ type: "order.paused", jobOrder: active.jobOrderId, payload: { reasonCode } }]);
}

export function decideResume(state: StationState): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (active.state !== "paused") return refuse(refusal("order-not-paused", { order: active.jobOrderId }));
  return accept([{ type: "order.resumed", jobOrder: active.jobOrderId, payload: {} }]);
}

export function decideFinish(state: StationState): Decision {
  const active = activeOrder(state);
  return active === undefined ? refuse(refusal("no-order-active")) : accept([finished(active)]);
}
