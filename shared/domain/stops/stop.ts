import type { Instant } from "../../lib/clock.ts";
import type { MachineState } from "../machines/machine-state.ts";

/** What was active around the beginning of a stop. */
export interface StopCauseView {
  readonly signalId: string;
  readonly kind: "alarm" | "value";
  readonly name: string;
  readonly text: string;
  readonly beforeMs: number;
}

/** A time in which the order did not run: paused by a person, the machine stood by itself, or nobody knows. */
export interface Stop {
  readonly stopId: string;
  readonly cause: "paused" | "machine" | "no-data";
  /** null: no machine but a person's pause. */
  readonly machineId: string | null;
  /** What the machine was when it began. */
  readonly state: MachineState | null;
  readonly jobOrderId: string | null;
  readonly sinceUtc: string;
  readonly since: Instant;
  readonly endUtc: string | null;
  /** Measured length of an ended stop; null while it goes on. */
  readonly durationMs: number | null;
  /** Too short for anyone to be asked. */
  readonly isMicro: boolean;
  readonly reasonCode: string | null;
  readonly causes: readonly StopCauseView[];
  /** Grows with every stop. */
  readonly turn: number;
}

/** Reason code of the stop while the planner holds the order; in no reason list a person picks from. */
export const HELD_REASON = "order-held";

/** How many stops, and how many micro-stops beside them, stay at hand for the screen; older ones are in the journal. */
export const KEPT_STOPS = 40;
export const KEPT_MICRO_STOPS = 200;

export function openStopOf(stops: Iterable<Stop>, machineId: string): Stop | undefined {
  return [...stops].find((stop) => stop.machineId === machineId && stop.endUtc === null);
}
