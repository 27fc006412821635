import { overrideRights } from "../../../shared/domain/materials/decide-override.ts";
import type { OverridableRule } from "../../../shared/domain/materials/events.ts";
import type { PeopleView } from "../../../shared/screen/people-view.ts";
import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { isLeadHere } from "../app/is-lead-here.ts";

export interface OverridableScan {
  readonly lotId: string;
  readonly rule: OverridableRule;
}

/** What of a refused scan the active person may set aside; null: nothing, and the key is not offered. */
export function overridableScan(scan: ScanView, people: PeopleView): OverridableScan | null {
  const rule = ruleOf(scan);
  const { lot } = scan.details;
  if (rule === null || lot === undefined) return null;
  return mayOverride(rule, people) ? { lotId: lot, rule } : null;
}

/** What is a lead's word alone needs a badge of just now; the station asks again. */
export function mayOverride(rule: OverridableRule, people: Pick<PeopleView, "signedIn">): boolean {
  const active = people.signedIn.at(-1);
  if (active === undefined || active.rights === "none") return false;
  const isForLeads = overrideRights[rule].every((role) => role === "lead");
  return isForLeads ? isLeadHere(people) : overrideRights[rule].includes(active.role);
}

function ruleOf({ outcome }: ScanView): OverridableRule | null {
  if (outcome === "lot-expired") return "expired";
  return outcome === "lot-older-first" ? "older-first" : null;
}
