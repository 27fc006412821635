import { z } from "zod";
import type { MachineState } from "../domain/machines/machine-state.ts";
import type { PastAlarmView } from "./alarm-facts.ts";

const MINUTE_MS = 60_000;
const MONTH_MS = 31 * 24 * 60 * MINUTE_MS;

/** What a screen may ask for: some signals of one machine over a window that ends now. */
export const machineTrendInput = z.strictObject({
  machineId: z.string().min(1).max(40),
  signalIds: z.array(z.string().min(1).max(40)).max(8),
  spanMs: z.int().min(MINUTE_MS).max(MONTH_MS),
  /** Most points of one signal; about one for each pixel. */
  points: z.int().min(10).max(2_000),
  /** Also the alarms that came and went meanwhile. */
  withAlarms: z.boolean().optional(),
});
export type MachineTrendInput = z.infer<typeof machineTrendInput>;

/** Milliseconds since 1970 UTC, where they are not said to be from the beginning of the window. */
export interface MachineTrend {
  readonly fromMs: number;
  readonly toMs: number;
  /** In the order in which they were asked for; one that was never stored has no points. */
  readonly signals: readonly SignalTrend[];
  /** Oldest first; each lasts until the next one. Before the first one the state is its `was`. */
  readonly states: readonly StateBegin[];
  /** Newest first; empty where they were not asked for. */
  readonly alarms: readonly PastAlarmView[];
}

/** Columns of one length. */
export interface SignalTrend {
  readonly signalId: string;
  /** From the beginning of the window, ascending. */
  readonly atMs: readonly number[];
  /** Scaled as the mapping says, six digits; null: the line breaks here, nothing is known until the next value. */
  readonly value: readonly (number | null)[];
}

export interface StateBegin {
  readonly atMs: number;
  readonly state: MachineState;
  readonly was: MachineState;
}
