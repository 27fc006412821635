import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { activeRole, nobodyRefusal } from "../people/signed-in.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { type MachineMapping, piecesPerCountOf } from "./mapping.ts";
import { counterKey } from "./part-counter.ts";

export interface FactorSetting {
  readonly machineId: string;
  readonly signalId: string;
  readonly piecesPerCount: number;
}

/**
 * A cavity is closed or a tool changed: from the next reading on a count stands for another number of pieces. Whoever
 * sets machines up says so, as every booked quantity hangs on it.
 */
export function decideFactor(
  known: Known,
  machines: readonly MachineMapping[],
  { machineId, signalId, piecesPerCount }: FactorSetting,
): Result<readonly Draft[], Refusal> {
  const { state } = known;
  const role = activeRole(known);
  if (role === undefined) return refuse(nobodyRefusal(known));
  if (role !== "lead" && role !== "setter") return refuse(refusal("setter-only"));
  const machine = machines.find((one) => one.machineId === machineId);
  const signal = machine?.signals.find((one) => one.signalId === signalId);
  const mapped = signal === undefined ? undefined : piecesPerCountOf(signal);
  if (mapped === undefined) return refuse(refusal("unknown-counter"));
  const setBefore = state.countFactor.get(counterKey(machineId, signalId));
  const was = setBefore?.piecesPerCount ?? mapped;
  if (was === piecesPerCount) return accept([]);
  const factorVersion = (setBefore?.factorVersion ?? 0) + 1;
  const payload = { machineId, signalId, piecesPerCount, was, factorVersion };
  return accept([{ type: "counting.factor-set", jobOrder: null, payload }]);
}
