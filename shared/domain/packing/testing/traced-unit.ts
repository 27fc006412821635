import type { TracedUnit } from "../fold-units.ts";

/** An open box of rings, empty, where `over` does not say otherwise. */
export function tracedUnit(over: Partial<TracedUnit> & Pick<TracedUnit, "unitId">): TracedUnit {
  return {
    stationId: "S",
    kind: "box",
    itemId: "RING-22",
    itemName: "Ring 22",
    customerName: null,
    jobOrderId: "4711",
    sscc: null,
    closedUtc: null,
    packings: [],
    labels: 0,
    voidSsccs: [],
    ...over,
  };
}
