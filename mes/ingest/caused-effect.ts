import type { Arrival } from "./arrival.ts";
import type { Effect } from "./effect.ts";

/** An effect and the event it follows from. */
export interface CausedEffect {
  readonly effect: Effect;
  readonly arrival: Arrival;
}
