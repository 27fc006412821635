import type { RecordedEvent } from "../event.ts";
import type { RowChange, StationState } from "../station-state.ts";
import { loadKey } from "./material-load.ts";

/** What is loaded for the active order; the rows of an order go when it is finished. */
export function evolveMaterials(state: StationState, event: RecordedEvent): readonly RowChange[] {
  if (event.jobOrder === null) return [];
  if (event.type === "material.loaded") {
    const { lotId, itemId, quantity } = event.payload;
    const load = {
      jobOrderId: event.jobOrder,
      itemId,
      lotId,
      quantity,
      atUtc: event.at.atUtc,
      personId: event.actor,
    };
    return [{ area: "load", id: loadKey(event.jobOrder, itemId), row: load }];
  }
  if (event.type !== "order.finished") return [];
  const gone = [...state.load].filter(([, load]) => load.jobOrderId === event.jobOrder);
  return gone.map(([id]) => ({ area: "load", id, row: null }) as const);
}
