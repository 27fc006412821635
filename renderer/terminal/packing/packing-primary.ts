import type { PackingView } from "../../../shared/screen/packing-view.ts";

export type PackingPrimary = "put-in" | "one" | "close-box" | "close-pallet" | "print" | "open-box";

/** What there is to do next: fill, close, print; then the next box. */
export function packingPrimary({ box, pallet, last, loose }: PackingView): PackingPrimary {
  if (box !== null) {
    if ((box.toFill ?? 0) > 0) return "put-in";
    if (box.toFill === null && loose > 0 && box.pieces === 0) return "one";
    return "close-box";
  }
  if (last !== null && last.labels === 0) return "print";
  if (loose > 0 || pallet === null || pallet.pieces === 0) return "open-box";
  return "close-pallet";
}
