import type { EventPayload } from "../event.ts";

/** A lot of rings, one a piece, loaded before the first piece, where `over` does not say otherwise. */
export function loadedLot(
  over: Partial<EventPayload<"material.loaded">> & { readonly lotId: string },
): EventPayload<"material.loaded"> {
  return {
    itemId: "RING-40",
    quantity: "200",
    unit: "",
    revision: null,
    quantityPerPiece: "1",
    backflush: true,
    atPieces: 0,
    formerLotId: null,
    ...over,
  };
}
