import type { MachineView } from "../../../shared/screen/screen-model.ts";

const STALE_AFTER_MS = 5_000;

type Heard = Pick<MachineView, "state" | "lastValueUtc">;

/** How long ago the machine sent a value; null: it never did. */
export function signalAgeMs(machine: Heard, nowMs: number): number | null {
  return machine.lastValueUtc === null ? null : Math.max(0, nowMs - Date.parse(machine.lastValueUtc));
}

/** A machine that stands still sends nothing and is still heard: only without a signal a value is old. */
export function isStale(machine: Heard, nowMs: number): boolean {
  const ageMs = signalAgeMs(machine, nowMs);
  return machine.state === "no-data" && (ageMs === null || ageMs > STALE_AFTER_MS);
}
