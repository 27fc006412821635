import type { Result } from "../../../shared/lib/result.ts";
import type { Activity } from "./conditions.ts";
import type { Deed } from "./deed.ts";

/** All physics of a machine. Pure: the same seed and the same deeds at the same machine time give the same history. */
export interface MachineModel<State> {
  start(seed: number): State;
  /** Lets machine time pass. */
  step(state: State, dtMs: number): State;
  /** @returns the new state, or why the deed is not possible, as the end of a sentence */
  perform(state: State, deed: Deed): Result<State, string>;
  activity(state: State): Activity;
  /** How it is, in a line. */
  describe(state: State): string;
  /** What it has really made since it was started, whatever its counters show. */
  made(state: State): { readonly total: number; readonly good: number; readonly scrap: number };
}
