import type { Mode, Said } from "./derive-state.ts";
import type { CauseReading, OrderOnMachine } from "./machine-input.ts";
import type { MachineState } from "./machine-state.ts";

/** A reading that may explain a stop, with the time in which it was so. */
export interface SeenCause {
  readonly reading: CauseReading;
  readonly fromMs: number;
  /** null: still so. */
  readonly toMs: number | null;
}

/** standing: the machine stood; no-data: nobody knows what it did, so a person must say it. */
export type StopKind = "standing" | "no-data";

export interface OpenStop {
  readonly kind: StopKind;
  readonly fromMs: number;
  /** Signals already named as possible causes. */
  readonly named: readonly string[];
}

export interface SaidBySignal {
  readonly says: Said | "no-opinion";
  readonly raw: string | null;
}

/** All that is known of one machine. Times are monotonic milliseconds; none is later than `nowMs`. */
export interface MachineWatch {
  readonly nowMs: number;
  readonly state: MachineState;
  readonly sinceMs: number;
  /** When the way to the machine was lost; null: it is there. */
  readonly lostMs: number | null;
  readonly foundMs: number;
  /** Since when nothing certain is known, until the machine says its state again. */
  readonly unsureFromMs: number | null;
  readonly heardMs: number;
  readonly says: Readonly<Record<string, SaidBySignal>>;
  readonly mode: Mode;
  /** Last piece, or the time from which the next one is expected. */
  readonly pieceFromMs: number;
  readonly hasPiece: boolean;
  readonly cycleMs: number | null;
  readonly isPlanned: boolean;
  readonly order: OrderOnMachine;
  readonly orderSinceMs: number;
  readonly stop: OpenStop | null;
  /** Until when stops are told: nothing found out later reaches back before it. */
  readonly toldMs: number;
  readonly causes: readonly SeenCause[];
}

/** What the station had recorded of a machine when it last ran. */
export interface LastKnown {
  readonly state: MachineState;
  readonly sinceMs: number;
  readonly stop: OpenStop | null;
}

/**
 * A machine at the start of the station. `aliveMs` is when the station last was there to hear of it: unless the machine
 * is heard within its grace, there is no data from that time on, so a time without station never counts as running.
 */
export function watchFrom(known: LastKnown | undefined, aliveMs: number): MachineWatch {
  return {
    nowMs: aliveMs,
    state: known?.state ?? "no-data",
    sinceMs: Math.min(known?.sinceMs ?? aliveMs, aliveMs),
    lostMs: aliveMs,
    foundMs: aliveMs,
    unsureFromMs: aliveMs,
    heardMs: aliveMs,
    says: {},
    mode: "production",
    pieceFromMs: known === undefined || known.state === "running" ? aliveMs : known.sinceMs,
    hasPiece: known?.state === "running",
    cycleMs: null,
    isPlanned: true,
    order: "none",
    orderSinceMs: aliveMs,
    stop: known?.stop ?? null,
    toldMs: known?.stop?.fromMs ?? known?.sinceMs ?? aliveMs,
    causes: [],
  };
}
