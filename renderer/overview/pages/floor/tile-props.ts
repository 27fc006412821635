import type { FloorTile } from "../../../../shared/protocol/pages.ts";

export interface TileProps {
  readonly tile: FloorTile;
  readonly nowMs: number;
  /** Time of the last answer when the MES is out of reach; null while the page is live. */
  readonly staleSinceUtc: string | null;
}
