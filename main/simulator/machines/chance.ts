import type { Dice } from "../physics/dice.ts";

/** Something that now and then befalls a running machine by itself. */
export interface Happening {
  readonly kind: "starved" | "blocked" | "break" | "set-up" | "alarm";
  /** With kind "alarm": which. */
  readonly alarm?: string;
  /** Mean running time between two. */
  readonly everyMs: number;
  /** Mean duration; each lasts between half and one and a half of it. */
  readonly lastsMs: number;
}

/** The luck of a machine; without it only commands stop it. */
export interface Chance {
  readonly isOn: boolean;
  readonly current: { readonly happening: Happening; readonly leftMs: number } | undefined;
}

export interface ChanceStep {
  readonly happenings: readonly Happening[];
  readonly isRunning: boolean;
  readonly dtMs: number;
}

export function stepChance(chance: Chance, { happenings, isRunning, dtMs }: ChanceStep, dice: Dice): Chance {
  if (!chance.isOn) return chance.current ? { ...chance, current: undefined } : chance;
  const { current } = chance;
  if (current) {
    const leftMs = current.leftMs - dtMs;
    return { ...chance, current: leftMs > 0 ? { ...current, leftMs } : undefined };
  }
  if (!isRunning) return chance;
  const happening = drawn(happenings, dtMs, dice.uniform());
  if (!happening) return chance;
  return { ...chance, current: { happening, leftMs: happening.lastsMs * (0.5 + dice.uniform()) } };
}

/** Each has its share of the interval [0, 1); what is left over is the ordinary case: nothing. */
function drawn(happenings: readonly Happening[], dtMs: number, draw: number): Happening | undefined {
  let reach = 0;
  return happenings.find(({ everyMs }) => {
    reach += dtMs / everyMs;
    return draw < reach;
  });
}
