import type { FloorTile } from "../../../../shared/protocol/pages.ts";
import { ageMs } from "../../data/mes-clock.ts";

/** What a tile shows as its one state. Fixed order: the summary bar and its counts follow it. */
export const tileConditions = [
  "running",
  "stopped",
  "waiting",
  "no-signal",
  "offline",
  "fault",
  "setup",
  "planned",
] as const;
export type TileCondition = (typeof tileConditions)[number];

/** These have no fixed place in the summary bar: they come at its end while there are any. */
export const seldomConditions: ReadonlySet<TileCondition> = new Set(["fault", "setup", "planned"]);

/** Waiting is quiet at first: a short wait is normal work. */
const WAITING_QUIET_MS = 2 * 60_000;

/**
 * The state of a work unit as far as the MES knows it. A station out of contact is "offline" whatever it told last,
 * because that may no longer be true; a machine standing without a running order waits, it did not fail.
 */
export function tileCondition(tile: FloorTile): TileCondition {
  if (!tile.online) return "offline";
  return machineCondition(tile);
}

/** The state the station told last, regardless of how old it is. */
export function machineCondition(tile: FloorTile): Exclude<TileCondition, "offline"> {
  switch (tile.machineState) {
    case null:
    case "no-data":
      return "no-signal";
    case "running":
      return "running";
    case "fault":
      return "fault";
    case "stopped":
      return tile.orderState === "running" || tile.orderState === "setting-up" ? "stopped" : "waiting";
    case "idle":
      return "waiting";
    case "set-up":
      return "setup";
    case "no-shift":
      return "planned";
  }
}

/** Loud: solid ground, someone should look. Never for offline or no signal, which are ignorance, not alarm. */
export function isLoud(tile: FloorTile, nowMs: number): boolean {
  const condition = tileCondition(tile);
  if (condition === "stopped" || condition === "fault" || condition === "setup") return true;
  if (condition !== "waiting") return false;
  return tile.stateSinceUtc === null || ageMs(tile.stateSinceUtc, nowMs) >= WAITING_QUIET_MS;
}

/** How many tiles are in each condition, in the fixed order. */
export function countConditions(tiles: readonly FloorTile[]): Readonly<Record<TileCondition, number>> {
  const counts: Record<TileCondition, number> = {
    running: 0,
    stopped: 0,
    waiting: 0,
    "no-signal": 0,
    offline: 0,
    fault: 0,
    setup: 0,
    planned: 0,
  };
  for (const tile of tiles) counts[tileCondition(tile)] += 1;
  return counts;
}
