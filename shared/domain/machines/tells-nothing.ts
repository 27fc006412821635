import type { MachineMapping } from "./mapping.ts";

/** A work place without a machine that could tell, such as a bench: it owes nobody a reason for its silence. */
export function tellsNothing({
  signals,
  alarmSources,
}: Pick<MachineMapping, "signals" | "alarmSources">): boolean {
  return signals.length === 0 && alarmSources.length === 0;
}
