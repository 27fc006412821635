import type { StationState } from "../station-state.ts";

/** The machine is heard, so the count of its order is as new as the machine. */
export function isHeard(state: StationState): boolean {
  return [...state.machine.values()].some(
    ({ workUnit, state: machineState }) => workUnit === null && machineState !== "no-data",
  );
}
