import type { MachineState } from "../domain/machines/machine-state.ts";

/** A work unit of the terminal, or one of several orders that run together on it. */
export interface PlaceView {
  readonly workUnit: string;
  /** Only where several orders run together on the work unit. */
  readonly jobOrderId: string | null;
  /** Of its machine, as people say it. */
  readonly name: string;
  /** null: it has no machine. */
  readonly machineState: MachineState | null;
  readonly order: {
    readonly jobOrderId: string;
    readonly itemName: string;
    readonly state: "setting-up" | "running" | "paused" | "held";
    readonly good: number;
    readonly planned: number;
  } | null;
  readonly isShown: boolean;
}
