import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { reasonsOf } from "../stops/reasons-of.ts";
import { activeOrder, isWorked } from "./active-order.ts";
import { decideGoOn, resumingMove } from "./go-on.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";
import { moveRefusal } from "./move-refusal.ts";

type Decision = Result<readonly Draft[], Refusal>;

/** Pauses every order at work on the work unit for one reason, and notes on each with which others (SE-17). */
export function decidePauseAll({ state, master }: Known, reasonCode: string): Decision {
  const worked = byName([...state.jobOrder.values()].filter(isWorked));
  if (worked.length === 0) return refuse(refusal("no-order-active"));
  if (!reasonsOf(master, "pause").some((reason) => reason.reasonCode === reasonCode))
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  for (const progress of worked) {
    const refused = moveRefusal(progress.state, "pause", progress);
    if (refused !== undefined) return refuse(refused);
  }
  const together = worked.map(({ jobOrderId }) => jobOrderId);
  const payload = together.length === 1 ? { reasonCode } : { reasonCode, together };
  return accept(together.map((jobOrder) => ({ type: "order.paused", jobOrder, payload })));
}

/** Brings back all that were paused with the one that is on the work unit, and stand still since (SE-17). */
export function decideResumeAll(known: Known): Decision {
  const active = activeOrder(known.state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const group = pausedWith(known.state, active);
  if (group.length === 0) return decideGoOn(known, active, resumingMove(active));
  return goOnTogether(known, group);
}

/** All of them or none: a person who brings back three orders must not find two running. */
export function goOnTogether(known: Pick<Known, "master">, group: readonly JobOrderProgress[]): Decision {
  const drafts: Draft[] = [];
  for (const progress of group) {
    const decided = decideGoOn(known, progress, resumingMove(progress));
    if (!decided.ok) return decided;
    drafts.push(...decided.value);
  }
  return accept(drafts);
}

/**
 * The orders that were paused by the same key as this one and still are, itself included; none when it was paused alone.
 * One that the planner has stopped meanwhile, or that a person has brought back by itself, is no longer among them.
 */
export function pausedWith(
  { jobOrder }: Pick<StationState, "jobOrder">,
  { pausedTogether }: JobOrderProgress,
): readonly JobOrderProgress[] {
  const same = pausedTogether.join("\n");
  return byName(
    pausedTogether
      .flatMap((id) => jobOrder.get(id) ?? [])
      .filter((one) => one.state === "paused" && one.pausedTogether.join("\n") === same),
  );
}

function byName(orders: readonly JobOrderProgress[]): readonly JobOrderProgress[] {
  return orders.toSorted((left, right) => (left.jobOrderId < right.jobOrderId ? -1 : 1));
}
