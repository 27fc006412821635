import type { Instant } from "../../lib/clock.ts";
import type { MachineState } from "./machine-state.ts";

/** What the journal says of one machine. */
export interface MachineStatus {
  readonly machineId: string;
  /** null: the work unit of the station. */
  readonly workUnit: string | null;
  readonly state: MachineState;
  readonly sinceUtc: string;
  /** The same with its monotonic time, for durations. */
  readonly since: Instant;
}
