import type { ReadCode } from "../../scan/read-code.ts";
import type { Known } from "../known.ts";
import { orderAt, placesOf, type WorkPlace, type WorkUnits } from "./work-place.ts";

/**
 * Which place of the terminal a scan is for: an order goes to its own work unit, a lot to the place whose order needs it,
 * the shown one first; everything else is for what is shown (SE-7).
 */
export function placeOfScan(
  known: Known,
  code: ReadCode,
  from: { shown: WorkPlace; units: WorkUnits },
): WorkPlace {
  const { shown, units } = from;
  switch (code.kind) {
    case "order": {
      const workUnit = known.master["job-order"].get(code.jobOrderId)?.workUnit;
      if (workUnit === undefined || !units.includes(workUnit)) return shown;
      return { workUnit, jobOrderId: code.jobOrderId };
    }
    case "lot": {
      const itemId = known.master.lot.get(code.lotId)?.item.itemId;
      const inTurn = [shown, ...placesOf(known.state, units)];
      return inTurn.find((place) => needs(known, place, { itemId, units })) ?? shown;
    }
    default:
      return shown;
  }
}

function needs(
  { state, master }: Known,
  place: WorkPlace,
  { itemId, units }: { readonly itemId: string | undefined; readonly units: WorkUnits },
): boolean {
  const order = orderAt(state, place, units);
  const lines = master["job-order"].get(order?.jobOrderId ?? "")?.materials ?? [];
  return lines.some((line) => line.itemId === itemId);
}
