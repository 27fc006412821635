import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { decidePack, decidePackUnit } from "./decide-packing.ts";
import { type PackingUnit, serialKey, type TakenOut } from "./packing-unit.ts";

/** An open unit with what was taken out of it last. */
export interface Emptied {
  readonly unit: PackingUnit;
  readonly takenOut: TakenOut;
}

/** @returns undefined when the event took nothing out, or something else was done with the unit since */
export function takenOutBy({ unit: units }: StationState, eventId: string): Emptied | undefined {
  for (const unit of units.values()) {
    if (unit.takenOut?.eventId === eventId) return { unit, takenOut: unit.takenOut };
  }
  return undefined;
}

/** What was taken out goes in again, by a packing of its own. */
export function decidePutBack(known: Known, { unit, takenOut }: Emptied): Result<readonly Draft[], Refusal> {
  const { jobOrderId, quantity, serials, child } = takenOut.packing;
  const { unitId } = unit;
  if (child !== null) return decidePackUnit(known, { unitId, childUnitId: child.unitId });
  const isElsewhere = serials.some((serial) => {
    const piece = known.state.serial.get(serialKey(unit.itemId, serial));
    return piece === undefined || piece.unitId !== null;
  });
  if (isElsewhere) return refuse(refusal("nothing-to-undo"));
  if (known.state.jobOrder.has(jobOrderId))
    return decidePack(known, { unitId, jobOrderId, quantity, serials });
  // Of an order whose figures are in the journal alone nothing can have been taken back meanwhile.
  const payload = { unitId, quantity, serials: [...serials], child: null };
  return accept([{ type: "unit.packed", jobOrder: jobOrderId, payload }]);
}
