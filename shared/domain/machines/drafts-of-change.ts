import { unreachable } from "../../lib/unreachable.ts";
import type { Draft } from "../event.ts";
import type { StationState } from "../station-state.ts";
import { openStopOf } from "../stops/stop.ts";
import type { MachineChange } from "./machine-change.ts";

/** The machine that changed and how long ago, seen from the recording. */
export interface ChangedMachine {
  readonly machineId: string;
  /** null: the first of the station. */
  readonly workUnit: string | null;
  /** The order at work on it, if the station knows any of its orders. */
  readonly jobOrder: string | null;
  readonly nowMs: number;
}

/** What is recorded of a change. A stop that the journal does not know (any more) has nothing to end. */
export function draftsOfChange(
  state: StationState,
  change: MachineChange,
  { machineId, workUnit, jobOrder, nowMs }: ChangedMachine,
): readonly Draft[] {
  const agoMs = Math.max(0, Math.round(nowMs - change.fromMs));
  switch (change.kind) {
    case "state-changed": {
      const { state: now, was, basis, raw } = change;
      const payload = { machineId, workUnit, state: now, was, basis, raw, agoMs };
      return [{ type: "machine.state-changed", jobOrder, payload }];
    }
    case "stop-began": {
      const causes = change.causes.map((cause) => ({ ...cause }));
      const payload = { machineId, workUnit, kind: change.stop, state: change.state, agoMs, causes };
      return [{ type: "stop.began", jobOrder, payload }];
    }
    case "stop-cause-seen":
    case "stop-ended":
      return ofOpenStop(state, change, { machineId, agoMs });
    default:
      return unreachable(change);
  }
}

function ofOpenStop(
  state: StationState,
  change: Extract<MachineChange, { kind: "stop-cause-seen" | "stop-ended" }>,
  { machineId, agoMs }: { readonly machineId: string; readonly agoMs: number },
): readonly Draft[] {
  const stop = openStopOf(state.stop.values(), machineId);
  if (stop === undefined) return [];
  const { stopId, jobOrderId } = stop;
  if (change.kind === "stop-cause-seen") {
    return [
      { type: "stop.cause-seen", jobOrder: jobOrderId, payload: { stopId, cause: { ...change.cause } } },
    ];
  }
  const { isMicro, state: now } = change;
  const payload = { stopId, agoMs, durationMs: Math.round(change.durationMs), isMicro, state: now };
  return [{ type: "stop.ended", jobOrder: jobOrderId, payload }];
}
