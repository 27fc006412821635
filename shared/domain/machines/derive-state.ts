import type { MachineRules } from "./machine-rules.ts";
import type { MachineState } from "./machine-state.ts";

/** What the state signals of a machine say together; "no-data" when they say nothing that the mapping knows. */
export type Said = MachineState;

/** Whether pieces come: not yet since the machine was heard, as expected, or overdue. */
export type Pieces = "none-yet" | "coming" | "overdue";

export type Mode = "production" | "set-up" | "maintenance";

export interface Evidence {
  readonly said: Said;
  readonly mode: Mode;
  readonly pieces: Pieces;
  readonly isHeard: boolean;
  readonly isPlanned: boolean;
}

type StateOf<Key extends string> = Readonly<Record<Key, MachineState>>;

const asSaid: StateOf<Said> = {
  running: "running",
  idle: "idle",
  stopped: "stopped",
  fault: "fault",
  "set-up": "set-up",
  "no-shift": "no-shift",
  "no-data": "no-data",
};
const always = (state: MachineState): StateOf<Said> => ({
  running: state,
  idle: state,
  stopped: state,
  fault: state,
  "set-up": state,
  "no-shift": state,
  "no-data": state,
});

/**
 * The state that what is said and what is made lead to. A machine of which only pieces are known is never called idle,
 * as nobody knows that it is ready; and before its first piece could be due nobody knows anything.
 */
const byEvidence: Readonly<Record<MachineRules["stateFrom"], Readonly<Record<Pieces, StateOf<Said>>>>> = {
  signal: { "none-yet": asSaid, coming: asSaid, overdue: asSaid },
  counts: { "none-yet": always("no-data"), coming: always("running"), overdue: always("stopped") },
  both: {
    "none-yet": asSaid,
    // Pieces prove that it runs when its state says nothing; the last piece of a cycle proves nothing against a stop.
    coming: { ...asSaid, "no-data": "running" },
    overdue: { ...asSaid, running: "idle" },
  },
};

/** A mode outweighs the state: nobody produces in set-up, and a machine in maintenance stands by intention. */
const inMode: Readonly<Record<Mode, StateOf<MachineState>>> = {
  production: asSaid,
  "set-up": {
    running: "set-up",
    idle: "set-up",
    stopped: "set-up",
    fault: "fault",
    "set-up": "set-up",
    "no-shift": "set-up",
    "no-data": "no-data",
  },
  maintenance: {
    running: "stopped",
    idle: "stopped",
    stopped: "stopped",
    fault: "stopped",
    "set-up": "stopped",
    "no-shift": "stopped",
    "no-data": "no-data",
  },
};

/** Only standing becomes no-shift: a machine that runs, breaks or is set up does so whatever the calendar says. */
const unplanned: StateOf<MachineState> = {
  running: "running",
  idle: "no-shift",
  stopped: "no-shift",
  fault: "fault",
  "set-up": "set-up",
  "no-shift": "no-shift",
  "no-data": "no-data",
};

/** Total over all evidence: a missing cell does not compile. What the machine was before plays no part. */
export function deriveState(evidence: Evidence, stateFrom: MachineRules["stateFrom"]): MachineState {
  if (!evidence.isHeard) return "no-data";
  const told = byEvidence[stateFrom][evidence.pieces][evidence.said];
  const state = inMode[evidence.mode][told];
  return evidence.isPlanned ? state : unplanned[state];
}
