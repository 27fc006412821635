import type { Mode, Said } from "./derive-state.ts";

/** Whose order the machine works: one of this station that runs or is set up, none, or one that another station knows. */
export type OrderOnMachine = "running" | "set-up" | "none" | "elsewhere";

/** An alarm or a value that may later explain a stop. */
export interface CauseReading {
  readonly signalId: string;
  readonly kind: "alarm" | "value";
  readonly name: string;
  readonly text: string;
  /** Alarms: present now. Values always are. */
  readonly isActive: boolean;
}

interface Kinds {
  /** One state signal; several are told apart by `signalId`. "no-opinion": another one decides. */
  said: { readonly signalId: string; readonly says: Said | "no-opinion"; readonly raw: string | null };
  mode: { readonly mode: Mode };
  /** At least one piece was counted. */
  piece: object;
  /** A value or a keep-alive came. */
  heard: object;
  /** The way to the machine was found or lost. */
  link: { readonly isUp: boolean };
  planned: { readonly isPlanned: boolean };
  order: { readonly order: OrderOnMachine; readonly cycleMs: number | null };
  cause: { readonly reading: CauseReading };
  time: object;
}

export type MachineInputKind = keyof Kinds;

/** Something about a machine, at a monotonic time in milliseconds. */
export type MachineInput = {
  [Kind in MachineInputKind]: { readonly kind: Kind; readonly atMs: number } & Kinds[Kind];
}[MachineInputKind];

export type MachineInputOf<Kind extends MachineInputKind> = Extract<MachineInput, { kind: Kind }>;
