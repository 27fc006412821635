import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import { type Refusal, refusal } from "../refusal.ts";
import type { StationState } from "../station-state.ts";
import { type MachineMapping, piecesPerCountOf } from "./mapping.ts";
import { counterKey } from "./part-counter.ts";

export interface FactorSetting {
  readonly machineId: string;
  readonly signalId: string;
  readonly piecesPerCount: number;
}

/** A cavity is closed or a tool changed: from the next reading on a count stands for another number of pieces. */
export function decideFactor(
  state: StationState,
  machines: readonly MachineMapping[],
  { machineId, signalId, piecesPerCount }: FactorSetting,
): Result<readonly Draft[], Refusal> {
  const machine = machines.find((one) => one.machineId === machineId);
  const signal = machine?.signals.find((one) => one.signalId === signalId);
  const mapped = signal === undefined ? undefined : piecesPerCountOf(signal);
  if (mapped === undefined) return refuse(refusal("unknown-counter"));
  const known = state.countFactor.get(counterKey(machineId, signalId));
  const was = known?.piecesPerCount ?? mapped;
  if (was === piecesPerCount) return accept([]);
  const factorVersion = (known?.factorVersion ?? 0) + 1;
  const payload = { machineId, signalId, piecesPerCount, was, factorVersion };
  return accept([{ type: "counting.factor-set", jobOrder: null, payload }]);
}
