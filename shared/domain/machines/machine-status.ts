import type { MachineState } from "./events.ts";

/** Key of the one row, because a station watches one machine for now. */
export const MACHINE_KEY = "machine";

export interface MachineStatus {
  readonly state: MachineState;
  readonly sinceUtc: string;
}
