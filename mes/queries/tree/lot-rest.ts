import type { LotUsage } from "../../../shared/domain/genealogy/lot-usage.ts";
import { isMore, notBelowZero, subtractAmounts } from "../../../shared/domain/materials/amount.ts";
import type { Lot } from "../../../shared/domain/materials/lot.ts";

/** What is left of a lot by calculation, as decimal text in its unit. @returns null when nobody knows what was taken */
export function lotRest(lot: Lot | undefined, usages: readonly LotUsage[]): string | null {
  if (lot === undefined) return null;
  let rest = String(lot.quantity);
  for (const { consumed, unit } of usages) {
    if (consumed === null || unit !== (lot.unit ?? "")) return null;
    rest = subtractAmounts(rest, consumed);
  }
  return notBelowZero(rest);
}

export function hasRest(rest: string | null): boolean {
  return rest !== null && isMore(rest, "0");
}
