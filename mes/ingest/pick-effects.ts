import type { CausedEffect } from "./caused-effect.ts";
import type { Effect } from "./effect.ts";

export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { kind: Kind }>;

/** The effects of one kind, in order, each with the event it follows from. */
export function pickEffects<Kind extends Effect["kind"]>(
  caused: readonly CausedEffect[],
  kind: Kind,
): readonly { readonly effect: EffectOf<Kind>; readonly arrival: CausedEffect["arrival"] }[] {
  return caused.flatMap(({ effect, arrival }) =>
    effect.kind === kind ? [{ effect: effect as EffectOf<Kind>, arrival }] : [],
  );
}
