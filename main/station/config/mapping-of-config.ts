import { ONLY_MACHINE } from "../../../shared/domain/event-versions.ts";
import { type MachineMapping, machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { packMlStates } from "../../../shared/domain/machines/state-maps.ts";
import type { StationConfig } from "./station-config.ts";

/** Names of the two signals of a machine that is configured in station.json alone. */
export const PART_COUNT_SIGNAL = "part-count";
export const STATE_SIGNAL = "state";

/** The machine of station.json in the form of a mapping: a part counter and a PackML state, and nothing else. */
export function mappingOfConfig({ machine, machineName, workUnit }: StationConfig): MachineMapping {
  return machineMappingSchema.parse({
    machineId: ONLY_MACHINE,
    name: machineName,
    workUnit,
    endpointUrl: machine?.endpointUrl ?? "opc.tcp://localhost",
    signals: [
      {
        signalId: PART_COUNT_SIGNAL,
        node: nodeOf(machine, machine?.partCountNode),
        meaning: "count-total",
        count: {
          rolloverAt: machine?.rolloverAt ?? null,
          maxCountsPerSecond: machine?.maxPiecesPerSecond ?? 20,
        },
      },
      {
        signalId: STATE_SIGNAL,
        node: nodeOf(machine, machine?.stateNode),
        meaning: "state",
        stateMap: packMlStates,
      },
    ],
  });
}

function nodeOf(machine: StationConfig["machine"], node = "s=none"): string {
  return node.startsWith("nsu=") ? node : `nsu=${machine?.namespaceUri ?? "urn:none"};${node}`;
}
