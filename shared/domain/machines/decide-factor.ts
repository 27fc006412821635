import { accept, type Result, refuse } from "../../lib/result.ts";
import type { Draft } from "../event.ts";
import type { Known } from "../known.ts";
import { activePerson } from "../people/signed-in.ts";
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
  { state, master }: Known,
  machines: readonly MachineMapping[],
  { machineId, signalId, piecesPerCount }: FactorSetting,
): Result<readonly Draft[], Refusal> {
  const person = activePerson(state);
  if (person === undefined) return refuse(refusal("nobody-signed-in"));
  const role = master.person.get(person.personId)?.role;
  if (role !== "lead" && role !== "setter") return refuse(refusal("setter-only"));
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
