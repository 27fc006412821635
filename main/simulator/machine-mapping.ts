import {
  type MachineMapping,
  machineMappingSchema,
  type SignalMapping,
} from "../../shared/domain/machines/mapping.ts";
import type { MachineDesign } from "./machines/machine-design.ts";

/** The mapping a technician would make for this machine, so that a trial station knows it at once. */
export function mappingOf<State>(design: MachineDesign<State>, endpointUrl: string): MachineMapping {
  const { machineId, name, workUnit, namespaceUri } = design;
  const signals = design.signals.flatMap((signal): Partial<SignalMapping>[] =>
    signal.mapping
      ? [{ ...signal.mapping, signalId: signal.name, node: `nsu=${namespaceUri};s=${signal.id}` }]
      : [],
  );
  return machineMappingSchema.parse({ machineId, name, workUnit, endpointUrl, signals });
}
