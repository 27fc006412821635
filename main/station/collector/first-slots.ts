import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";

/** What of a machine has a slot, in its order: its signals, and what its alarm sources tell, as texts. */
export function slotsOf({ machineId, signals, alarmSources = [] }: MachineEndpoint): readonly Slot[] {
  return [
    ...signals.map(({ signalId }) => ({ machineId, signalId, isValue: true })),
    ...alarmSources.map(({ sourceId }) => ({ machineId, signalId: sourceId, isValue: false })),
  ];
}

export interface Slot {
  readonly machineId: string;
  readonly signalId: string;
  /** A value that people look at. */
  readonly isValue: boolean;
}

/** All slots of all machines in one row: where those of each machine begin. */
export function firstSlots(machines: readonly MachineEndpoint[]): readonly number[] {
  let next = 0;
  return machines.map((machine) => {
    const first = next;
    next += slotsOf(machine).length;
    return first;
  });
}
