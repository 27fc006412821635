import type { Known } from "../known.ts";
import { nobodyMayScan, type ScanContext, type ScanDecision, scanDecision } from "../scan-decision.ts";
import { contentHold } from "./content-hold.ts";
import { decidePackUnit } from "./decide-packing.ts";
import { openUnit } from "./open-unit.ts";
import { type PackingUnit, piecesIn } from "./packing-unit.ts";
import { refusedPacking } from "./refused-packing.ts";

/** The label of a unit: a closed box goes onto the open pallet; else what is in it is shown. */
export function decideUnitScan(known: Known, sscc: string, context: ScanContext): ScanDecision {
  const unit = [...known.state.unit.values()].find((one) => one.sscc === sscc);
  if (unit === undefined) return voidLabel(known, sscc);
  const details = detailsOf(known, unit, sscc);
  const pallet = openUnit(known.state, "pallet");
  if (pallet === undefined || unit.kind === "pallet") return scanDecision("shown", "unit-shown", { details });
  if (!context.personActive) return nobodyMayScan(known, details);
  if (unit.insideOf === pallet.unitId) return scanDecision("duplicate", "unit-inside-already", { details });
  const packed = decidePackUnit(known, { unitId: pallet.unitId, childUnitId: unit.unitId });
  if (!packed.ok) return refusedPacking(packed.refusal, details);
  return scanDecision("done", "unit-onto-pallet", { details, drafts: packed.value });
}

/** A label from before the unit was opened again still sticks somewhere: it is to come off (PK-19). */
function voidLabel({ state }: Known, sscc: string): ScanDecision {
  const unit = [...state.unit.values()].find(({ voidSsccs }) => voidSsccs.includes(sscc));
  if (unit === undefined) return scanDecision("unknown", "unit-unknown", { details: { sscc } });
  const details = { sscc, needed: unit.sscc ?? "" };
  return scanDecision("wrong", unit.sscc === null ? "unit-label-open" : "unit-label-void", { details });
}

function detailsOf(known: Known, unit: PackingUnit, sscc: string): Readonly<Record<string, string>> {
  const { itemName, jobOrderId } = unit;
  const hold = contentHold(known, unit)?.why ?? "";
  return { sscc, item: itemName, order: jobOrderId, quantity: String(piecesIn(unit)), unit: "", hold };
}
