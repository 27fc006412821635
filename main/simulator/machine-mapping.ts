import {
  type MachineMapping,
  machineMappingSchema,
  type SignalMapping,
} from "../../shared/domain/machines/mapping.ts";
import type { MachineDesign } from "./machines/machine-design.ts";

/** The mapping a technician would make for this machine, so that a trial station knows it at once. */
export function mappingOf<State>(design: MachineDesign<State>, endpointUrl: string): MachineMapping {
  const { machineId, name, workUnit, namespaceUri, alarmSources, alarmAdvice } = design;
  const signals = design.signals.flatMap((signal): Partial<SignalMapping>[] =>
    signal.mapping
      ? [
          {
            name: spokenName(signal.name),
            ...signal.mapping,
            signalId: signal.name,
            node: `nsu=${namespaceUri};s=${signal.id}`,
          },
        ]
      : [],
  );
  const told = { alarmSources, ...(alarmAdvice && { alarmAdvice }) };
  return machineMappingSchema.parse({ machineId, name, workUnit, endpointUrl, signals, ...told });
}

/** As a technician would write it for people: "zone1Temperature" is "Zone 1 temperature". */
function spokenName(name: string): string {
  const words = name.replace(/([A-Z]|\d+)/g, (part) => ` ${part.toLowerCase()}`).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
