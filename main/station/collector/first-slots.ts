import type { MachineEndpoint } from "../devices/opcua/machine-endpoint.ts";

/** All signals of all machines in one row: where those of each machine begin. */
export function firstSlots(machines: readonly MachineEndpoint[]): readonly number[] {
  let next = 0;
  return machines.map(({ signals }) => {
    const first = next;
    next += signals.length;
    return first;
  });
}
