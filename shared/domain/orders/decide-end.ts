import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { isLeadHere, leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { reasonsOf } from "../stops/reasons-of.ts";
import { activeOrder } from "./active-order.ts";
import {
  goodQuantity,
  type JobOrderProgress,
  PLANNER_REASON,
  UPSTREAM_REASON,
} from "./job-order-progress.ts";
import { knownGood, missingQuantity } from "./known-good.ts";
import { moveRefusal } from "./move-refusal.ts";
import { plannerStop } from "./planner-stop.ts";
import { expectedQuantity } from "./upstream.ts";

type Decision = Result<readonly Draft[], Refusal>;

/**
 * Ends the active order. With pieces missing it takes a reason (OR-5), unless the planner stopped it: that is the reason,
 * and an order the planner aborted ends as aborted. Nor is anyone asked for pieces that never came here (RW-5), or that
 * other stations have made (SE-16).
 */
export function decideFinish({ state, master }: Known): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const refused = moveRefusal(active.state, "finish", active);
  if (refused !== undefined) return refuse(refused);
  const stop = plannerStop(master["job-order"].get(active.jobOrderId));
  const missing = missingQuantity(active, master);
  if (stop?.cause === "aborted") return accept([aborted(active, missing, PLANNER_REASON)]);
  if (missing === 0) return accept([finished(active, null)]);
  if (stop?.cause === "cancelled") return accept([finished(active, { missing, reasonCode: PLANNER_REASON })]);
  const order = master["job-order"].get(active.jobOrderId);
  if (order !== undefined && knownGood(active, master) >= expectedQuantity(order))
    return accept([finished(active, { missing, reasonCode: UPSTREAM_REASON })]);
  return refuse(refusal("order-short", { order: active.jobOrderId, missing: String(missing) }));
}

/** Ends the active order although good pieces are missing: who, how many and why is kept. */
export function decideFinishShort({ state, master }: Known, reasonCode: string): Decision {
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const refused = moveRefusal(active.state, "finish-short", active);
  if (refused !== undefined) return refuse(refused);
  const missing = missingQuantity(active, master);
  if (missing === 0) return refuse(refusal("order-complete", { order: active.jobOrderId }));
  if (!reasonsOf(master, "short").some((reason) => reason.reasonCode === reasonCode))
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  return accept([finished(active, { missing, reasonCode })]);
}

/** Gives the active order up; what was made of it stays booked. */
export function decideAbort(known: Known, reasonCode: string): Decision {
  const { state, master } = known;
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  if (!isLeadHere(known)) return refuse(leadRefusal(known));
  const refused = moveRefusal(active.state, "abort", active);
  if (refused !== undefined) return refuse(refused);
  if (!reasonsOf(master, "abort").some((reason) => reason.reasonCode === reasonCode))
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  return accept([aborted(active, missingQuantity(active, master), reasonCode)]);
}

function totals(progress: JobOrderProgress): { good: number; scrap: number; rework: number } {
  return { good: goodQuantity(progress), scrap: progress.scrap, rework: progress.rework };
}

interface Short {
  readonly missing: number;
  readonly reasonCode: string;
}

function finished(progress: JobOrderProgress, short: Short | null): Draft {
  const { plannedQuantity } = progress;
  const payload = { ...totals(progress), ...(short === null ? {} : { short }), plannedQuantity };
  return { type: "order.finished", jobOrder: progress.jobOrderId, payload };
}

function aborted(progress: JobOrderProgress, missing: number, reasonCode: string): Draft {
  const payload = { ...totals(progress), missing, reasonCode };
  return { type: "order.aborted", jobOrder: progress.jobOrderId, payload };
}
