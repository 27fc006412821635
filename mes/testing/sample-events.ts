import type { MachineState } from "../../shared/domain/machines/machine-state.ts";

/** Payloads of events as a station records them; tests override what they are about. */
export const started = { countAuthority: "machine", plannedQuantity: 600 } as const;

export function counted(delta: number): object {
  return {
    signalId: "parts",
    delta,
    counter: delta,
    previous: 0,
    kind: "advance",
    sourceUtc: null,
    statusCode: 0,
    toolIds: [],
  };
}

export function reported(delta: { good?: number; scrap?: number; rework?: number }): object {
  return { good: 0, scrap: 0, rework: 0, reasonCode: null, source: "pad", ...delta };
}

export function reversed(
  reverses: string,
  delta: { good?: number; scrap?: number; rework?: number },
  quantity: number | null = null,
): object {
  return { reverses, good: 0, scrap: 0, rework: 0, ...delta, quantity, how: "undo" };
}

export function measured(result: "inside" | "below" | "above" = "inside"): object {
  return {
    characteristicId: "DIA-40",
    sample: 1,
    sampleSize: 5,
    piece: 1,
    value: { units: 39_990, scale: 3 },
    unit: "mm",
    source: "gauge",
    gaugeId: "MIT-07",
    result,
  };
}

export function defect(quantity: number, disposition: string): object {
  return { defectCode: "BURR", quantity, disposition };
}

export function machineState(
  state: MachineState,
  { machineId, workUnit }: { readonly machineId: string; readonly workUnit: string | null },
): object {
  return { machineId, workUnit, state, was: "no-data", basis: "signal", raw: state, agoMs: 0 };
}
