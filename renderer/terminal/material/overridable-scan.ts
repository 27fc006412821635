import { overrideRights } from "../../../shared/domain/materials/decide-override.ts";
import type { OverridableRule } from "../../../shared/domain/materials/events.ts";
import type { PeopleView, ScanView } from "../../../shared/screen/screen-model.ts";

export interface OverridableScan {
  readonly lotId: string;
  readonly rule: OverridableRule;
}

/** What of a refused scan the active person may set aside; null: nothing, and the key is not offered. */
export function overridableScan(scan: ScanView, { signedIn }: PeopleView): OverridableScan | null {
  const rule = ruleOf(scan);
  const role = signedIn.at(-1)?.role;
  const { lot } = scan.details;
  if (rule === null || role === undefined || lot === undefined) return null;
  return overrideRights[rule].includes(role) ? { lotId: lot, rule } : null;
}

function ruleOf({ outcome }: ScanView): OverridableRule | null {
  if (outcome === "lot-expired") return "expired";
  return outcome === "lot-older-first" ? "older-first" : null;
}
