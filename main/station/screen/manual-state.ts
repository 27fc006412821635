import type { MachineState } from "../../../shared/domain/machines/machine-state.ts";
import { activeOrder } from "../../../shared/domain/orders/active-order.ts";
import type { BegunState } from "../../../shared/domain/orders/job-order-progress.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import { byTurn } from "../../../shared/domain/turn.ts";
import type { Instant } from "../../../shared/lib/clock.ts";

const STATE_OF_ORDER: Readonly<Record<BegunState, MachineState>> = {
  running: "running",
  "setting-up": "set-up",
  paused: "idle",
  held: "idle",
  finished: "idle",
  aborted: "idle",
};

/**
 * A bench has no machine that could tell: what people do with its order is its state. "No data" would warn of a
 * signal that nobody expects.
 *
 * @returns `since` null: nothing was ever worked here
 */
export function manualState(state: StationState): { state: MachineState; since: Instant | null } {
  const active = activeOrder(state);
  if (active !== undefined) {
    return { state: STATE_OF_ORDER[active.state], since: active.stateSince };
  }
  return { state: "idle", since: [...state.jobOrder.values()].toSorted(byTurn).at(-1)?.stateSince ?? null };
}
