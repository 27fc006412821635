import { nextRandom } from "../../simulator/physics/random.ts";

/** A small repeatable random source: the same seed replays the same faults. @returns values in [0, 1) */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    const [value, next] = nextRandom(state);
    state = next;
    return value;
  };
}
