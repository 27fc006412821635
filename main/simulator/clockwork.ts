import type { MachineModel } from "./machines/machine-model.ts";

/** All machines live in steps of this length of their own time, whatever the speed: that keeps their history the same. */
const STEP_MS = 100;

/** A machine and the time it has not lived through yet, shorter than a step. */
export interface Clockwork<State> {
  readonly state: State;
  readonly owedMs: number;
}

export interface Passing<State> {
  readonly model: Pick<MachineModel<State>, "step">;
  readonly machineMs: number;
  /** After each step; `share` of the time passed, in (0, 1]. */
  onStep(state: State, share: number): void;
}

/** Lets machine time pass in whole steps. */
export function passTime<State>(
  { state, owedMs }: Clockwork<State>,
  { model, machineMs, onStep }: Passing<State>,
): Clockwork<State> {
  const steps = Math.floor((owedMs + machineMs) / STEP_MS);
  let next = state;
  for (let step = 1; step <= steps; step += 1) {
    next = model.step(next, STEP_MS);
    onStep(next, step / steps);
  }
  return { state: next, owedMs: owedMs + machineMs - steps * STEP_MS };
}
