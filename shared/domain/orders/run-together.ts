import type { Known } from "../known.ts";
import { isLeadHere } from "../people/signed-in.ts";
import { isWorked } from "./active-order.ts";
import type { JobOrder } from "./job-order.ts";
import type { JobOrderProgress } from "./job-order-progress.ts";

/** Orders of the work unit that are set up or run now, but for this one. */
export function workedBeside(
  { state }: Pick<Known, "state">,
  jobOrderId: string,
): readonly JobOrderProgress[] {
  return [...state.jobOrder.values()].filter((one) => isWorked(one) && one.jobOrderId !== jobOrderId);
}

/** The planner put them into one set, or a lead says so; one order at a time stays the rule (SE-12). */
export function mayRunTogether(known: Known, order: JobOrder): boolean {
  const others = workedBeside(known, order.jobOrderId);
  if (others.length === 0) return false;
  if (isLeadHere(known)) return true;
  const setId = order.setId ?? null;
  return (
    setId !== null &&
    others.every(({ jobOrderId }) => known.master["job-order"].get(jobOrderId)?.setId === setId)
  );
}
