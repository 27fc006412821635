import type { Refusal } from "../refusal.ts";
import { type ScanDecision, scanDecision } from "../scan-decision.ts";

/** A scan that would have packed something, in the words of the verdict. */
export function refusedPacking(refused: Refusal, about: Readonly<Record<string, string>>): ScanDecision {
  const details = { ...about, ...refused.details };
  switch (refused.code) {
    case "unit-foreign-item":
      return scanDecision("wrong", "pack-foreign-item", { details });
    case "unit-foreign-customer":
      return scanDecision("wrong", "pack-foreign-customer", { details });
    case "unit-inside-another":
      return scanDecision("wrong", "unit-inside-another", { details });
    case "more-than-good":
      return scanDecision("blocked", "pack-more-than-good", { details });
    default:
      return scanDecision("blocked", "piece-refused", { details });
  }
}
