import type { MachineChange } from "./machine-change.ts";
import type { OrderOnMachine } from "./machine-input.ts";
import type { MachineRules } from "./machine-rules.ts";
import type { MachineState } from "./machine-state.ts";
import type { MachineWatch, StopKind } from "./machine-watch.ts";
import { causesOf } from "./stop-causes.ts";

export interface Observed {
  readonly watch: MachineWatch;
  readonly changes: readonly MachineChange[];
}

/**
 * Which state is a stop, by whose order is on the machine (ISO 22400: an unplanned delay needs an order). A fault is one
 * always; a machine whose orders another station knows is not called idle without knowing them.
 */
const stopIn: Readonly<Record<MachineState, Readonly<Record<OrderOnMachine, StopKind | null>>>> = {
  running: { running: null, "set-up": null, none: null, elsewhere: null },
  idle: { running: "standing", "set-up": null, none: null, elsewhere: null },
  stopped: { running: "standing", "set-up": null, none: null, elsewhere: "standing" },
  fault: { running: "standing", "set-up": "standing", none: "standing", elsewhere: "standing" },
  "set-up": { running: null, "set-up": null, none: null, elsewhere: null },
  "no-shift": { running: null, "set-up": null, none: null, elsewhere: null },
  "no-data": { running: "no-data", "set-up": null, none: null, elsewhere: null },
};

/** When a silence that goes on becomes a stop that a person has to explain; undefined: it will not. */
export function noDataStopMs(watch: MachineWatch, rules: MachineRules): number | undefined {
  if (watch.state !== "no-data" || stopIn[watch.state][watch.order] === null) return undefined;
  return Math.max(watch.sinceMs, watch.orderSinceMs) + rules.noDataStopSeconds * 1000;
}

/** Ends the open stop and begins another where the state asks for it. `fromMs` is when the state became what it is. */
export function settleStop(watch: MachineWatch, rules: MachineRules, fromMs: number): Observed {
  const wanted = wantedStop(watch, rules);
  const open = watch.stop;
  if ((open?.kind ?? null) === wanted) return { watch, changes: [] };
  const endMs = Math.max(open?.fromMs ?? fromMs, fromMs);
  const ended = open === null ? [] : [stopEnded(watch, rules, endMs)];
  if (wanted === null) return { watch: { ...watch, stop: null, toldMs: endMs }, changes: ended };
  const beganMs = Math.max(watch.sinceMs, watch.orderSinceMs);
  const causes = causesOf(watch.causes, { fromMs: beganMs, windowMs: rules.causeWindowSeconds * 1000 });
  const stop = { kind: wanted, fromMs: beganMs, named: causes.map(({ signalId }) => signalId) };
  const began = { kind: "stop-began", fromMs: beganMs, stop: wanted, state: watch.state, causes } as const;
  return { watch: { ...watch, stop, toldMs: beganMs }, changes: [...ended, began] };
}

function wantedStop(watch: MachineWatch, rules: MachineRules): StopKind | null {
  const wanted = stopIn[watch.state][watch.order];
  if (wanted !== "no-data") return wanted;
  return watch.nowMs >= (noDataStopMs(watch, rules) ?? Number.POSITIVE_INFINITY) ? wanted : null;
}

function stopEnded(watch: MachineWatch, rules: MachineRules, endMs: number): MachineChange {
  const durationMs = endMs - (watch.stop?.fromMs ?? endMs);
  const isShort = durationMs <= rules.microStopSeconds * 1000;
  const isMicro = isShort && watch.stop?.kind === "standing";
  return { kind: "stop-ended", fromMs: endMs, durationMs, isMicro, state: watch.state };
}
