import { ONLY_MACHINE } from "../../../shared/domain/event-versions.ts";
import { type MachineMapping, machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { packMlStates } from "../../../shared/domain/machines/state-maps.ts";
import { type StationConfig, workUnitsOf } from "./station-config.ts";

/** Names of the two signals of a machine that is configured in station.json alone. */
const PART_COUNT_SIGNAL = "part-count";
const STATE_SIGNAL = "state";

/** The machine of station.json in the form of a mapping: a part counter and a PackML state, and nothing else. */
export function mappingOfConfig(config: StationConfig): MachineMapping {
  const { machine, machineName } = config;
  const samplingMs = machine?.samplingMs ?? 250;
  return machineMappingSchema.parse({
    machineId: ONLY_MACHINE,
    name: machineName,
    workUnit: workUnitsOf(config)[0],
    endpointUrl: machine?.endpointUrl ?? "opc.tcp://localhost",
    security: securityOf(machine),
    signals: [
      {
        signalId: PART_COUNT_SIGNAL,
        node: nodeOf(machine, machine?.partCountNode),
        meaning: "count-total",
        samplingMs,
        count: {
          rolloverAt: machine?.rolloverAt ?? null,
          maxCountsPerSecond: machine?.maxPiecesPerSecond ?? 20,
        },
      },
      {
        signalId: STATE_SIGNAL,
        node: nodeOf(machine, machine?.stateNode),
        meaning: "state",
        samplingMs,
        stateMap: packMlStates,
      },
    ],
  });
}

function securityOf(machine: StationConfig["machine"]): object {
  if (machine === null) return {};
  const { securityMode: mode, securityPolicy: policy, user } = machine;
  return { mode, policy, ...(user === undefined ? {} : { identity: "user", user }) };
}

function nodeOf(machine: StationConfig["machine"], node = "s=none"): string {
  return node.startsWith("nsu=") ? node : `nsu=${machine?.namespaceUri ?? "urn:none"};${node}`;
}
