import type { MachineChange } from "../machine-change.ts";
import { type MachineRules, machineRulesSchema } from "../machine-rules.ts";
import type { MachineState } from "../machine-state.ts";

export function rulesWith(rules: Partial<MachineRules> = {}): MachineRules {
  return { ...machineRulesSchema.parse({}), ...rules };
}

export interface Interval {
  readonly state: MachineState;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The time from `window.fromMs` to `window.toMs` cut into states, as the changes tell it. */
export function intervalsOf(
  changes: readonly MachineChange[],
  window: { readonly state: MachineState; readonly fromMs: number; readonly toMs: number },
): readonly Interval[] {
  const turns = changes.filter((change) => change.kind === "state-changed");
  return [window, ...turns].map((turn, index) => ({
    state: turn.state,
    fromMs: turn.fromMs,
    toMs: turns[index]?.fromMs ?? window.toMs,
  }));
}
