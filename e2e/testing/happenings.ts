import type { EventPayload } from "../../shared/domain/event.ts";
import type { MachineState } from "../../shared/domain/machines/machine-state.ts";
import type { Happening } from "./upload-station.ts";

const NOWAK = "P-1001";
const KAYA = "P-1002";

/** Another machine than the one whose orders are worked here has a work unit of its own. */
interface TurnedMachine {
  readonly machineId: string;
  readonly workUnit: string | null;
  readonly agoMs: number;
}

const ownMachine: TurnedMachine = { machineId: "cnc-2", workUnit: null, agoMs: 0 };

export function machineTurned(
  state: MachineState,
  was: MachineState,
  machine: Partial<TurnedMachine> = {},
): Happening {
  const raw = state === "running" ? "6" : "2";
  const payload = { ...ownMachine, ...machine, state, was, basis: "signal" as const, raw };
  return { type: "machine.state-changed", payload, jobOrder: null, actor: null };
}

export function orderStarted(jobOrder: string, plannedQuantity: number): Happening {
  return {
    type: "order.started",
    payload: { countAuthority: "machine", plannedQuantity },
    jobOrder,
    actor: NOWAK,
  };
}

export function orderPaused(jobOrder: string, reasonCode: string): Happening {
  return { type: "order.paused", payload: { reasonCode }, jobOrder, actor: NOWAK };
}

/** `counter` is the machine's own count after these pieces. */
export function partsCounted(jobOrder: string, delta: number, counter: number): Happening {
  const payload = {
    machineId: "cnc-2",
    signalId: "good-parts",
    delta,
    scrap: 0,
    cycles: delta,
    piecesPerCount: 1,
    counter,
    previous: counter - delta,
    kind: "advance" as const,
    toolIds: ["T4"],
    sourceUtc: new Date().toISOString(),
    statusCode: 0,
  };
  return { type: "parts.counted", payload, jobOrder, actor: null };
}

export function defectLogged(jobOrder: string, defectCode: string, quantity: number): Happening {
  return {
    type: "defect.logged",
    payload: { defectCode, quantity, disposition: "scrap" },
    jobOrder,
    actor: NOWAK,
  };
}

/** `micrometres` of Dia 40; its tolerance is 39 975 to 40 000. */
export function diameterMeasured(jobOrder: string, piece: number, micrometres: number): Happening {
  const payload = {
    characteristicId: "DIA-40",
    sample: 1,
    piece,
    sampleSize: 5,
    value: { units: micrometres, scale: 3 },
    unit: "mm",
    source: "gauge" as const,
    gaugeId: "MIT-07",
    result: micrometres > 40_000 ? ("above" as const) : ("inside" as const),
  };
  return { type: "measurement.recorded", payload, jobOrder, actor: KAYA };
}

export function helpCalled(category: EventPayload<"help.called">["category"], jobOrder: string): Happening {
  return { type: "help.called", payload: { category }, jobOrder, actor: NOWAK };
}

export function toolWarned(toolId: string, usedCycles: number, lifeLimitCycles: number): Happening {
  return {
    type: "tool.warned",
    payload: { toolId, usedCycles, lifeLimitCycles },
    jobOrder: null,
    actor: null,
  };
}

export function scrapReported(jobOrder: string, scrap: number, reasonCode: string): Happening {
  const payload = { good: 0, scrap, rework: 0, reasonCode, source: "pad" as const };
  return { type: "quantity.reported", payload, jobOrder, actor: NOWAK };
}

export function lotLoaded(jobOrder: string, lotId: string, itemId: string): Happening {
  const line = { unit: "", revision: null, quantityPerPiece: "1", backflush: true, formerLotId: null };
  const payload = { lotId, itemId, quantity: "200", atPieces: 0, ...line };
  return { type: "material.loaded", payload, jobOrder, actor: NOWAK };
}
