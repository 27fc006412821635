import { nextRandom, type RandomState } from "./random.ts";

/** Draws within one step of a model: taken from the model's random state, and given back to it at the end. */
export interface Dice {
  /** In [0, 1). */
  uniform(): number;
  /** Mean 0, deviation 1, never beyond ±3: a machine scatters, but it does not fly away. */
  normal(): number;
  state(): RandomState;
}

export function diceFrom(random: RandomState): Dice {
  let state = random;
  const uniform = () => {
    const [value, next] = nextRandom(state);
    state = next;
    return value;
  };
  const normal = () => {
    let sum = 0;
    for (let draw = 0; draw < 6; draw += 1) sum += uniform();
    return (sum - 3) * Math.SQRT2; // six draws: deviation √½, bounds ±3
  };
  return { uniform, normal: () => Math.max(-3, Math.min(3, normal())), state: () => state };
}
