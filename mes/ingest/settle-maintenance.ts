import type { Arrival } from "./arrival.ts";
import type { CausedEffect } from "./caused-effect.ts";
import type { EffectOf } from "./pick-effects.ts";

export interface WornTool {
  readonly workUnit: string;
  readonly toolId: string;
}

export interface RaisedMaintenance {
  readonly effect: EffectOf<"maintenance-raised">;
  readonly arrival: Arrival;
  /** Its tool was changed later in the same batch. */
  readonly isDone: boolean;
}

/** What a batch does to maintenance orders: the stored ones of `changed` are done first, then `raised` are added. */
export interface MaintenanceChange {
  readonly changed: readonly WornTool[];
  readonly raised: readonly RaisedMaintenance[];
}

/** Sums up raised orders and changed tools of a batch. An id that is raised again is the same order (one per tool life). */
export function settleMaintenance(caused: readonly CausedEffect[]): MaintenanceChange {
  const changed = new Map<string, WornTool>();
  const raised = new Map<string, RaisedMaintenance>();
  for (const { effect, arrival } of caused) {
    const { workUnit } = arrival.entry;
    if (effect.kind === "tool-changed") {
      changed.set(keyOf(workUnit, effect.toolId), { workUnit, toolId: effect.toolId });
      finish(raised, keyOf(workUnit, effect.toolId));
    }
    if (effect.kind === "maintenance-raised" && !raised.has(effect.payload.maintenanceOrderId))
      raised.set(effect.payload.maintenanceOrderId, { effect, arrival, isDone: false });
  }
  return { changed: [...changed.values()], raised: [...raised.values()] };
}

function finish(raised: Map<string, RaisedMaintenance>, toolKey: string): void {
  for (const [id, order] of raised)
    if (keyOf(order.arrival.entry.workUnit, order.effect.payload.toolId) === toolKey)
      raised.set(id, { ...order, isDone: true });
}

function keyOf(workUnit: string, toolId: string): string {
  return JSON.stringify([workUnit, toolId]);
}
