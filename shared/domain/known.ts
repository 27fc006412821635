import type { MasterData } from "./master-data.ts";
import type { StationState } from "./station-state.ts";

/** All that a decision may look at: what this station recorded, and what the MES told it. */
export interface Known {
  readonly state: StationState;
  readonly master: MasterData;
}
