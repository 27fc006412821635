import type { Instant } from "../../lib/clock.ts";
import { durationBetween } from "../../lib/duration.ts";
import type { Draft } from "../event.ts";
import type { StationState } from "../station-state.ts";
import type { MachineMapping } from "./mapping.ts";

export interface Leaving {
  /** Machines that are listened to from now on. */
  readonly kept: readonly Pick<MachineMapping, "machineId">[];
  /** As they were mapped before, as far as that is still known: their rules say what a micro-stop is. */
  readonly before: readonly Pick<MachineMapping, "machineId" | "rules">[];
  readonly now: Instant;
}

/**
 * What ends with machines that are no longer listened to: nobody knows what they do from now on, and their open stop
 * ends here, linked by its id. A pause by a person belongs to an order and goes on.
 */
export function leaveMachines(state: StationState, leaving: Leaving): readonly Draft[] {
  const keptIds = new Set(leaving.kept.map(({ machineId }) => machineId));
  return [...stopsEnded(state, keptIds, leaving), ...statesEnded(state, keptIds)];
}

function stopsEnded(
  state: StationState,
  keptIds: ReadonlySet<string>,
  { before, now }: Leaving,
): readonly Draft[] {
  return [...state.stop.values()].flatMap((stop) => {
    const { stopId, machineId, endUtc, jobOrderId, since } = stop;
    if (endUtc !== null || machineId === null || keptIds.has(machineId)) return [];
    const rules = before.find((machine) => machine.machineId === machineId)?.rules;
    const durationMs = durationBetween(since, now).ms;
    const isMicro = rules !== undefined && durationMs <= rules.microStopSeconds * 1000;
    const payload = { stopId, agoMs: 0, durationMs, isMicro, state: "no-data" } as const;
    return [{ type: "stop.ended", jobOrder: jobOrderId, payload } as const];
  });
}

function statesEnded(state: StationState, keptIds: ReadonlySet<string>): readonly Draft[] {
  return [...state.machine.values()].flatMap(({ machineId, workUnit, state: was }) => {
    if (keptIds.has(machineId) || was === "no-data") return [];
    const now = { state: "no-data", was, basis: "silence", raw: null, agoMs: 0 } as const;
    return [
      { type: "machine.state-changed", jobOrder: null, payload: { machineId, workUnit, ...now } } as const,
    ];
  });
}
