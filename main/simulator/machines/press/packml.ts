import type { Activity } from "../conditions.ts";

/** States of ISA-TR88.00.02 with their numbers. */
export const PACKML_STATES = {
  Clearing: 1,
  Stopped: 2,
  Starting: 3,
  Idle: 4,
  Suspended: 5,
  Execute: 6,
  Stopping: 7,
  Aborting: 8,
  Aborted: 9,
  Holding: 10,
  Held: 11,
  Unholding: 12,
  Suspending: 13,
  Unsuspending: 14,
  Resetting: 15,
  Completing: 16,
  Complete: 17,
} as const;
export type PackmlState = keyof typeof PACKML_STATES;

export interface Packml {
  readonly state: PackmlState;
  readonly inStateMs: number;
}

/** Acting states end by themselves: how long they last and where they lead to. */
const ACTING: Partial<
  Readonly<Record<PackmlState, { readonly lastsMs: number; readonly next: PackmlState }>>
> = {
  Clearing: { lastsMs: 1_500, next: "Stopped" },
  Starting: { lastsMs: 2_000, next: "Execute" },
  Stopping: { lastsMs: 1_200, next: "Stopped" },
  Aborting: { lastsMs: 300, next: "Aborted" },
  Holding: { lastsMs: 800, next: "Held" },
  Unholding: { lastsMs: 1_000, next: "Execute" },
  Suspending: { lastsMs: 500, next: "Suspended" },
  Unsuspending: { lastsMs: 800, next: "Execute" },
  Resetting: { lastsMs: 1_000, next: "Idle" },
  Completing: { lastsMs: 800, next: "Complete" },
};

const NOT_STOPPABLE: readonly PackmlState[] = ["Stopped", "Stopping", "Clearing", "Aborting", "Aborted"];

const UP: Partial<Readonly<Record<PackmlState, PackmlState>>> = {
  Aborted: "Clearing",
  Stopped: "Resetting",
  Complete: "Resetting",
  Idle: "Starting",
  Held: "Unholding",
  Suspended: "Unsuspending",
};

/** One step of the state machine towards what the machine is to do; only transitions of the standard are taken. */
export function stepPackml(packml: Packml, wanted: Activity, dtMs: number): Packml {
  const inStateMs = packml.inStateMs + dtMs;
  const commanded = commandedState(packml.state, wanted);
  if (commanded !== undefined) return { state: commanded, inStateMs: 0 };
  const acting = ACTING[packml.state];
  if (acting && inStateMs >= acting.lastsMs) return { state: acting.next, inStateMs: 0 };
  return { ...packml, inStateMs };
}

function commandedState(state: PackmlState, wanted: Activity): PackmlState | undefined {
  switch (wanted) {
    case "running":
      return UP[state];
    case "fault":
      return state === "Aborted" || state === "Aborting" ? undefined : "Aborting";
    case "stopped":
    case "set-up":
      if (state === "Aborted") return "Clearing";
      return NOT_STOPPABLE.includes(state) ? undefined : "Stopping";
    case "starved":
    case "blocked":
      if (state === "Execute") return "Suspending";
      return state === "Suspended" ? undefined : UP[state];
    case "break":
      if (state === "Execute" || state === "Suspended") return "Holding";
      return state === "Held" ? undefined : UP[state];
    case "idle":
      if (state === "Execute") return "Completing";
      return state === "Idle" ? undefined : UP[state];
    default:
      return wanted satisfies never;
  }
}
