import type { ViewState } from "./view-state.ts";

/** A situation set up for a picture or a test: where to begin, with nothing that runs by itself. */
export interface Staged {
  readonly view: ViewState;
  readonly glance: boolean;
  /** null: the station's own machine. */
  readonly machineId: string | null;
  /** The last scan counts as just made. */
  readonly freshScan: boolean;
}
