import type { MachineSpeed } from "../../shared/protocol/pages.ts";
import { MINUTE_SECONDS } from "../../shared/protocol/signal-messages.ts";

/** One minute of a signal that tells how fast a machine works. */
export interface SpeedMinute {
  readonly signalId: string;
  readonly meaning: string;
  readonly unit: string;
  readonly scale: number;
  readonly startSeconds: number;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly integral: number;
  readonly coveredSeconds: number;
}

/** In this order: pieces say more than a spindle. Good pieces come before all of them, as nobody wants fast scrap. */
const MEANINGS = ["count-good", "count-total", "speed"] as const;
export const SPEED_MEANINGS: readonly string[] = MEANINGS;

/**
 * How fast a machine has worked over these minutes: what its counter rose by, else its speed signal in the newest minute.
 *
 * @param minutes of one machine, ascending by time
 */
export function machineSpeed(minutes: readonly SpeedMinute[]): MachineSpeed | null {
  for (const meaning of MEANINGS) {
    const ofMeaning = minutes.filter((minute) => minute.meaning === meaning);
    const [first] = ofMeaning;
    if (first === undefined) continue;
    const rows = ofMeaning.filter(({ signalId }) => signalId === first.signalId);
    const speed = meaning === "speed" ? measuredSpeed(rows) : piecesPerMinute(rows);
    if (speed !== null) return speed;
  }
  return null;
}

/** A counter that falls was set back; what it rose by before and after still counts. */
function piecesPerMinute(rows: readonly SpeedMinute[]): MachineSpeed | null {
  const coveredSeconds = rows.reduce((sum, row) => sum + row.coveredSeconds, 0);
  const newest = rows.at(-1);
  if (newest === undefined || coveredSeconds < MINUTE_SECONDS / 2) return null;
  let pieces = 0;
  let reading: number | null = null;
  for (const { first, last, scale } of rows) {
    if (first === null || last === null) continue;
    const before: number = reading ?? first;
    pieces += (Math.max(0, first - before) + Math.max(0, last - first)) * scale;
    reading = last;
  }
  const value = (pieces * MINUTE_SECONDS) / coveredSeconds;
  return { kind: "pieces-per-minute", value, unit: "", atUtc: endOf(newest) };
}

function measuredSpeed(rows: readonly SpeedMinute[]): MachineSpeed | null {
  const newest = rows.findLast(({ coveredSeconds }) => coveredSeconds > 0);
  if (newest === undefined) return null;
  const value = (newest.integral / newest.coveredSeconds) * newest.scale;
  return { kind: "measured", value, unit: newest.unit, atUtc: endOf(newest) };
}

function endOf({ startSeconds }: SpeedMinute): string {
  return new Date((startSeconds + MINUTE_SECONDS) * 1000).toISOString();
}
