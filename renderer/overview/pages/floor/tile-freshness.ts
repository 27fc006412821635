import type { FloorTile } from "../../../../shared/protocol/pages.ts";

export type TileFreshness =
  | { readonly kind: "live"; readonly lastEventUtc: string | null }
  | { readonly kind: "last-contact"; readonly utc: string }
  | { readonly kind: "never" };

/** How old the data of a tile is, in the terms its foot line shows. */
export function tileFreshness(tile: FloorTile): TileFreshness {
  if (tile.online) return { kind: "live", lastEventUtc: tile.lastEventUtc };
  if (tile.lastContactUtc === null) return { kind: "never" };
  return { kind: "last-contact", utc: tile.lastContactUtc };
}
