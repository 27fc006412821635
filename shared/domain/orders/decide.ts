import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { reasonsOf } from "../stops/reasons-of.ts";
import { activeOrder, isWorked } from "./active-order.ts";
import { decideFinish } from "./decide-end.ts";
import { decideGoOn, goesOn, resumingMove, stopRefusal } from "./go-on.ts";
import { notedInstructions } from "./instruction.ts";
import type { JobOrder } from "./job-order.ts";
import { type JobOrderProgress, OTHER_ORDER_REASON } from "./job-order-progress.ts";
import type { JobOrderMove, JobOrderState } from "./job-order-table.ts";
import { moveRefusal } from "./move-refusal.ts";
import { standingOf } from "./order-standing.ts";
import { startBlocker } from "./readiness.ts";
import { mayRunTogether, workedBeside } from "./run-together.ts";
import { type DataAge, staleDataMs } from "./stale-data.ts";

export type Decision = Result<readonly Draft[], Refusal>;

export interface StartCommand {
  readonly jobOrderId: string;
  /** Where it is to start. */
  readonly workUnit: string;
  /** What becomes of the order that is active now. */
  readonly activeOrder: "pause" | "finish" | "together" | null;
  /** With set-up or at once; without it an interrupted order goes on with what it was at. */
  readonly phase?: "set-up" | "run" | undefined;
  readonly age: DataAge;
}

/** Begins an order, or brings it back from an interruption. */
export function decideStart(known: Known, command: StartCommand): Decision {
  const { jobOrderId, workUnit } = command;
  const order = known.master["job-order"].get(jobOrderId);
  const standing = standingOf(known, jobOrderId);
  if (order === undefined || standing === undefined)
    return refuse(refusal("unknown-order", { order: jobOrderId }));
  const begun = known.state.jobOrder.get(jobOrderId);
  const move = startingMove(begun, command.phase);
  const refused =
    (mayGoOn.has(standing) ? elsewhere(order, workUnit) : undefined) ??
    moveRefusal(standing, move, order) ??
    stopRefusal(order) ??
    readinessRefusal(known, order, command);
  if (refused !== undefined) return refuse(refused);
  const others = decideActiveOrder(known, command, order);
  if (!others.ok) return others;
  return accept([
    ...others.value,
    begun === undefined ? started(order, command) : goesOn(jobOrderId, move, order),
  ]);
}

/** Where it belongs matters only to an order that could be worked; what has ended says so first. */
const mayGoOn: ReadonlySet<JobOrderState> = new Set(["stored", "allowed", "paused", "held"]);

function elsewhere(order: JobOrder, workUnit: string): Refusal | undefined {
  if (order.workUnit === workUnit) return undefined;
  return refusal("order-elsewhere", { order: order.jobOrderId, workUnit: order.workUnit });
}

/** An interrupted order goes on with what it was at, so no set-up is taken for run time. */
function startingMove(begun: JobOrderProgress | undefined, phase: StartCommand["phase"]): JobOrderMove {
  if (begun === undefined || isWorked(begun)) return phase === "set-up" ? "begin-set-up" : "run";
  return (phase ?? begun.phase) === "set-up" ? "begin-set-up" : "resume";
}

function started(order: JobOrder, { phase, age, workUnit }: StartCommand): Draft {
  const { countAuthority, plannedQuantity } = order;
  const staleMs = staleDataMs(age);
  const payload = {
    countAuthority,
    plannedQuantity,
    ...(phase === "set-up" ? { phase } : {}),
    ...(staleMs === undefined ? {} : { staleDataMs: staleMs }),
    ...notedInstructions(order),
  };
  return { type: "order.started", jobOrder: order.jobOrderId, workUnit, payload };
}

function readinessRefusal(known: Known, order: JobOrder, { age }: StartCommand): Refusal | undefined {
  if (known.state.jobOrder.has(order.jobOrderId)) return undefined;
  const blocker = startBlocker(known, order, age);
  if (blocker === undefined) return undefined;
  return refusal("order-not-ready", { order: order.jobOrderId, why: blocker.code, about: blocker.about });
}

/** Any other order that is set up or run must be paused or finished first, unless they run together. */
function decideActiveOrder(known: Known, command: StartCommand, order: JobOrder): Decision {
  const begun = known.state.jobOrder.get(order.jobOrderId);
  const others = begun !== undefined && isWorked(begun) ? [] : workedBeside(known, order.jobOrderId);
  const [first] = others;
  if (first === undefined) return accept([]);
  switch (command.activeOrder) {
    case null:
      return refuse(refusal("another-order-active", { order: first.jobOrderId }));
    case "together":
      return mayRunTogether(known, order) ? accept([]) : refuse(leadRefusal(known));
    case "pause":
      return accept(
        others.map(({ jobOrderId }) => ({
          type: "order.paused",
          jobOrder: jobOrderId,
          payload: { reasonCode: OTHER_ORDER_REASON },
        })),
      );
    case "finish":
      return decideFinishAll(known, others);
  }
}

function decideFinishAll({ state, master }: Known, orders: readonly JobOrderProgress[]): Decision {
  const drafts: Draft[] = [];
  for (const order of orders) {
    const alone = { ...state, jobOrder: new Map([[order.jobOrderId, order]]) };
    const finished = decideFinish({ state: alone, master });
    if (!finished.ok) return finished;
    drafts.push(...finished.value);
  }
  return accept(drafts);
}

/** The set-up is done: from here on the time is run time. */
export function decideBeginRun(known: Known): Decision {
  const active = activeOrder(known.state);
  return active === undefined ? refuse(refusal("no-order-active")) : decideGoOn(known, active, "run");
}

export function decideResume(known: Known): Decision {
  const active = activeOrder(known.state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  return decideGoOn(known, active, resumingMove(active));
}

export function decidePause({ state, master }: Known, reasonCode: string): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const refused = moveRefusal(active.state, "pause", active);
  if (refused !== undefined) return refuse(refused);
  if (!reasonsOf(master, "pause").some((reason) => reason.reasonCode === reasonCode))
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  return accept([{ type: "order.paused", jobOrder: active.jobOrderId, payload: { reasonCode } }]);
}
