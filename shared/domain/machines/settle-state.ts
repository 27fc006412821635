import { deriveState, type Mode, type Pieces } from "./derive-state.ts";
import type { MachineChange, StateBasis } from "./machine-change.ts";
import type { MachineRules } from "./machine-rules.ts";
import type { MachineState } from "./machine-state.ts";
import type { MachineWatch } from "./machine-watch.ts";
import { saidBySignals } from "./said-by-signals.ts";
import { noDataStopMs, type Observed, settleStop } from "./settle-stop.ts";

/** Brings state and stop in line with what is known at `watch.nowMs`. */
export function settle(watch: MachineWatch, rules: MachineRules): Observed {
  const { said, raw } = saidBySignals(watch.says);
  const isHeard = watch.lostMs === null && !isSilent(watch, rules);
  const pieces = piecesOf(watch, rules);
  const { isPlanned } = watch;
  const mode = modeOf(watch);
  const state = isUnsure(watch, rules)
    ? watch.state
    : deriveState({ said, mode, pieces, isHeard, isPlanned }, rules.stateFrom);
  if (state === watch.state) return settleStop(watch, rules, watch.nowMs);
  const basis = basisOf(watch, rules, { state, isHeard, pieces });
  const fromMs = Math.max(watch.sinceMs, watch.toldMs, since(watch, basis));
  const change: MachineChange = { kind: "state-changed", fromMs, state, was: watch.state, basis, raw };
  const stopped = settleStop({ ...watch, state, sinceMs: fromMs }, rules, fromMs);
  return { watch: stopped.watch, changes: [change, ...stopped.changes] };
}

/** Times at which the state may change though nothing is heard, whatever of them is still to come. */
export function deadlinesMs(watch: MachineWatch, rules: MachineRules): readonly number[] {
  const overdue = overdueMs(watch, rules);
  const all = [
    (watch.lostMs ?? watch.foundMs) + rules.linkGraceSeconds * 1000,
    rules.silentSeconds === null ? undefined : watch.heardMs + rules.silentSeconds * 1000,
    overdue === undefined ? undefined : watch.pieceFromMs + overdue,
    noDataStopMs(watch, rules),
  ];
  return all.filter((ms) => ms !== undefined);
}

function overdueMs(watch: MachineWatch, rules: MachineRules): number | undefined {
  const cycleMs = rules.cycleSeconds === null ? watch.cycleMs : rules.cycleSeconds * 1000;
  return cycleMs === null ? undefined : cycleMs * rules.missingCycles;
}

/** Who sets up an order says so for its machine as well; a machine in maintenance is in nobody's set-up. */
function modeOf({ mode, order }: MachineWatch): Mode {
  return order === "set-up" && mode === "production" ? "set-up" : mode;
}

/** Without a cycle to expect pieces by, they neither prove nor miss anything. */
function piecesOf(watch: MachineWatch, rules: MachineRules): Pieces {
  const overdue = overdueMs(watch, rules);
  if (overdue === undefined) return "none-yet";
  if (watch.nowMs >= watch.pieceFromMs + overdue) return "overdue";
  return watch.hasPiece ? "coming" : "none-yet";
}

function isSilent(watch: MachineWatch, rules: MachineRules): boolean {
  return rules.silentSeconds !== null && watch.nowMs >= watch.heardMs + rules.silentSeconds * 1000;
}

/** Within its grace a lost or just found machine stays what it was: a blink of the network is no change of state. */
function isUnsure(watch: MachineWatch, rules: MachineRules): boolean {
  const isOver = watch.nowMs >= (watch.lostMs ?? watch.foundMs) + rules.linkGraceSeconds * 1000;
  return !isOver && watch.unsureFromMs !== null;
}

interface Why {
  readonly state: MachineState;
  readonly isHeard: boolean;
  readonly pieces: Pieces;
}

function basisOf(watch: MachineWatch, rules: MachineRules, { state, isHeard, pieces }: Why): StateBasis {
  if (state === "no-data" && (!isHeard || watch.unsureFromMs !== null)) return "silence";
  const told = { said: saidBySignals(watch.says).said, mode: modeOf(watch), pieces, isHeard };
  const planned = deriveState({ ...told, isPlanned: true }, rules.stateFrom);
  if (planned !== deriveState({ ...told, isPlanned: watch.isPlanned }, rules.stateFrom)) return "calendar";
  const untold = deriveState({ ...told, isPlanned: true }, "signal");
  return planned === untold ? "signal" : "counts";
}

/** Since when it is so: silence from the last certainty on, missing pieces from the last piece on, the rest from now. */
function since(watch: MachineWatch, basis: StateBasis): number {
  if (basis === "silence") return watch.lostMs ?? watch.unsureFromMs ?? watch.heardMs;
  const isMissing = basis === "counts" && watch.state === "running";
  return isMissing ? watch.pieceFromMs : watch.nowMs;
}
