import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { activeOrder } from "../orders/active-order.ts";
import type { Role } from "../people/person.ts";
import { activeRole, isLeadHere, leadRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { OverridableRule } from "./events.ts";
import { judgeLot, type LotFault } from "./judge-lot.ts";
import { loadDraft } from "./load-draft.ts";

/** Who may set which rule aside. An older lot that cannot be found must not stop a machine; an expired one is a lead's word. */
export const overrideRights: Readonly<Record<OverridableRule, readonly Role[]>> = {
  expired: ["lead"],
  "older-first": ["operator", "setter", "inspector", "lead", "maintenance"],
};

export interface OverrideCommand {
  readonly lotId: string;
  readonly rule: OverridableRule;
  readonly reasonCode: string;
  readonly nowUtc: string;
}

/**
 * Loads a lot against one rule of the scan. The rule must still speak against it and be the only one that does: a hold, a
 * wrong item and a wrong revision are never set aside.
 */
export function decideOverride(known: Known, command: OverrideCommand): Result<readonly Draft[], Refusal> {
  const { state, master } = known;
  const lot = master.lot.get(command.lotId);
  if (lot === undefined) return refuse(refusal("unknown-lot", { lot: command.lotId }));
  const active = activeOrder(state);
  if (active === undefined) return refuse(refusal("no-order-active"));
  const line = master["job-order"]
    .get(active.jobOrderId)
    ?.materials.find(({ itemId }) => itemId === lot.item.itemId);
  if (line === undefined) return refuse(refusal("lot-not-needed", { lot: lot.lotId }));
  if (!hasRight(known, command.rule)) return refuse(leadRefusal(known));
  if (master.reason.get(command.reasonCode)?.kind !== "override") {
    return refuse(refusal("unknown-reason", { reason: command.reasonCode }));
  }
  const question = { lot, line, nowUtc: command.nowUtc };
  const fault = judgeLot(known, question);
  const rest = judgeLot(known, { ...question, overridden: command.rule });
  if (fault?.rule !== command.rule || rest !== undefined) {
    return refuse(refusal("override-not-possible", { lot: lot.lotId }));
  }
  const payload = {
    lotId: lot.lotId,
    itemId: line.itemId,
    rule: command.rule,
    reasonCode: command.reasonCode,
    against: against(fault),
  };
  const { jobOrderId } = active;
  return accept([
    { type: "material.overridden", jobOrder: jobOrderId, payload },
    loadDraft(known, { jobOrderId, lot, line }),
  ]);
}

/** What only leads may is theirs for a short time after the badge; what everybody may needs no such proof. */
function hasRight(known: Known, rule: OverridableRule): boolean {
  const role = activeRole(known);
  if (role === undefined || !overrideRights[rule].includes(role)) return false;
  return overrideRights[rule].some((other) => other !== "lead") || isLeadHere(known);
}

function against(fault: LotFault): string {
  if (fault.rule === "expired") return fault.expired;
  return fault.rule === "older-first" ? fault.olderLot : "";
}
