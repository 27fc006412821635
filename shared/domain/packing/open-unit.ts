import type { StationState } from "../station-state.ts";
import type { UnitKind } from "./events.ts";
import type { PackingUnit } from "./packing-unit.ts";

/** The open unit of a kind; there is one at most, so nobody wonders into which box a piece went. */
export function openUnit({ unit }: StationState, kind: UnitKind): PackingUnit | undefined {
  return [...unit.values()].find((one) => one.kind === kind && one.sscc === null);
}

/** Into which unit a piece goes now: the open box, else straight onto the open pallet. */
export function unitForPieces(state: StationState): PackingUnit | undefined {
  return openUnit(state, "box") ?? openUnit(state, "pallet");
}
