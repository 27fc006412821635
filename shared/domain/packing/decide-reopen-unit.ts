import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { isLeadHere, leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { reasonsOf } from "../stops/reasons-of.ts";
import { openUnit } from "./open-unit.ts";

/**
 * A lead opens a closed unit again, so that pieces can be taken out and put in. What stands on a pallet is taken off it
 * first: the pallet's own label says what is in it (PK-18).
 */
export function decideReopenUnit(
  known: Known,
  { unitId, reasonCode }: { readonly unitId: string; readonly reasonCode: string },
): Result<readonly Draft[], Refusal> {
  const { state, master } = known;
  const unit = state.unit.get(unitId);
  if (unit === undefined) return refuse(refusal("unknown-unit"));
  const { sscc, closingId, insideOf, kind, jobOrderId } = unit;
  if (!isLeadHere(known)) return refuse(leadRefusal(known));
  if (sscc === null || closingId === null) return refuse(refusal("unit-is-open"));
  if (insideOf !== null) return refuse(refusal("unit-inside-another", { sscc }));
  if (openUnit(state, kind) !== undefined) return refuse(refusal("unit-open-already"));
  if (!reasonsOf(master, "reopen").some((reason) => reason.reasonCode === reasonCode))
    return refuse(refusal("unknown-reason", { reason: reasonCode }));
  const payload = { unitId, reopens: closingId, sscc, reasonCode };
  return accept([{ type: "unit.reopened", jobOrder: jobOrderId, payload }]);
}
