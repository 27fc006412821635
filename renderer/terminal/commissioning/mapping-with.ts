import type { AlarmSource } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import {
  type MachineMapping,
  type MappingFile,
  machineMappingSchema,
  mappingFileSchema,
  type SignalMapping,
} from "../../../shared/domain/machines/mapping.ts";
import type { MachineConnection } from "../../../shared/screen/commissioning.ts";
import { freeId } from "./signal-of-node.ts";

export interface NewMachine {
  readonly name: string;
  /** Of the station: a station without any machine gets the one for its orders. */
  readonly workUnit: string;
  readonly connection: MachineConnection;
  readonly signals: readonly SignalMapping[];
  readonly alarmSources: readonly AlarmSource[];
}

/**
 * The station's mapping with this machine in it. A machine at the same address keeps its id, its name and its rules, as
 * samples and counts are stored under them, and the alarms by event and what to do about them that a person has described.
 *
 * @param text the mapping as the station has it
 */
export function mappingWith(
  text: string,
  machine: NewMachine,
): { readonly text: string; readonly machineId: string } {
  const file = mappingFileSchema.parse(JSON.parse(text));
  const { endpointUrl, security } = machine.connection;
  const before = file.machines.find((one) => one.endpointUrl === endpointUrl);
  const mapped: MachineMapping = machineMappingSchema.parse({
    machineId:
      before?.machineId ??
      freeId(
        machine.name,
        file.machines.map(({ machineId }) => machineId),
      ),
    name: before?.name ?? machine.name.slice(0, 60),
    workUnit: before?.workUnit ?? workUnitOf(file, machine),
    endpointUrl,
    security,
    rules: before?.rules ?? {},
    signals: machine.signals,
    alarmSources: sourcesOf(machine, before?.alarmSources ?? []),
    alarmAdvice: before?.alarmAdvice,
  });
  const machines =
    before === undefined
      ? [...file.machines, mapped]
      : file.machines.map((one) => (one === before ? mapped : one));
  const next: MappingFile = { ...file, machines };
  return { text: `${JSON.stringify(next, null, 2)}\n`, machineId: mapped.machineId };
}

/** What a person has described stays; what was found gets ids that no signal has. */
function sourcesOf(
  { signals, alarmSources }: NewMachine,
  described: readonly AlarmSource[],
): readonly AlarmSource[] {
  const taken = signals.map(({ signalId }) => signalId);
  const kept = described.length > 0 ? described : alarmSources;
  return kept.map((source) => ({ ...source, sourceId: freeId(source.sourceId, taken) }));
}

/** A further machine works orders of its own: counted for the station's, each of its pieces would be one too many. */
function workUnitOf({ machines }: MappingFile, { name, workUnit }: NewMachine): string {
  return machines.length === 0 ? workUnit : name.slice(0, 40);
}
