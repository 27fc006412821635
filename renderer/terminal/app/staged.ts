import type { AssistantState } from "../commissioning/assistant-state.ts";
import type { ViewState } from "./view-state.ts";

/** A situation set up for a picture or a test: where to begin, with nothing that runs by itself. */
export interface Staged {
  readonly view: ViewState;
  readonly glance: boolean;
  /** null: the station's own machine. */
  readonly machineId: string | null;
  /** Where the commissioning assistant begins. */
  readonly firstQuestion: AssistantState;
  /** The last scan counts as just made. */
  readonly freshScan: boolean;
}
