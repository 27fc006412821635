import type { CauseReading } from "./machine-input.ts";
import type { MachineState } from "./machine-state.ts";
import type { StopKind } from "./machine-watch.ts";

/** Why a state is what it is: told, made or missed pieces, nothing heard, or the plant's calendar. */
export type StateBasis = "signal" | "counts" | "silence" | "calendar";

/** A possible cause with its place in time: positive is before the stop began. */
export interface StopCause extends Omit<CauseReading, "isActive"> {
  readonly beforeMs: number;
}

/** What became of a machine; `fromMs` is since when, which may lie before the time at which it could be known. */
export type MachineChange =
  | {
      readonly kind: "state-changed";
      readonly fromMs: number;
      readonly state: MachineState;
      readonly was: MachineState;
      readonly basis: StateBasis;
      readonly raw: string | null;
    }
  | {
      readonly kind: "stop-began";
      readonly fromMs: number;
      readonly stop: StopKind;
      readonly state: MachineState;
      readonly causes: readonly StopCause[];
    }
  | { readonly kind: "stop-cause-seen"; readonly fromMs: number; readonly cause: StopCause }
  | {
      readonly kind: "stop-ended";
      readonly fromMs: number;
      readonly durationMs: number;
      readonly isMicro: boolean;
      readonly state: MachineState;
    };
