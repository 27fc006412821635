import type { Dice } from "./dice.ts";

/** Time of the next cycle: no two are alike. @param jitter deviation as a share, e.g. 0.02 */
export function jitteredMs(nominalMs: number, jitter: number, dice: Dice): number {
  return nominalMs * (1 + jitter * dice.normal());
}
