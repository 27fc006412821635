import type { MachineMapping, MappingFile, SignalMapping } from "./mapping.ts";

/** What of a machine besides its signals is another. */
export type MachinePart = "name" | "work-unit" | "address" | "security" | "rules" | "alarms";

export interface MachineDifference {
  readonly machineId: string;
  readonly name: string;
  readonly kind: "added" | "changed" | "removed";
  readonly parts: readonly MachinePart[];
  /** Names of signals, as people see them. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What would be another if the second mapping took the place of the first, machine by machine; nothing is hidden. */
export function mappingChanges(before: MappingFile, after: MappingFile): readonly MachineDifference[] {
  const [was, is] = [byId(before), byId(after)];
  const gone = before.machines.filter(({ machineId }) => !is.has(machineId));
  return [
    ...after.machines.flatMap((machine) => difference(was.get(machine.machineId), machine)),
    ...gone.map(
      (machine) => ({ ...nameOf(machine), kind: "removed", ...none, removed: names(machine) }) as const,
    ),
  ];
}

const none = { parts: [], added: [], changed: [], removed: [] } as const;

function difference(was: MachineMapping | undefined, is: MachineMapping): readonly MachineDifference[] {
  if (was === undefined) return [{ ...nameOf(is), kind: "added", ...none, added: names(is) }];
  const parts = PARTS.filter(([, of]) => differs(of(was), of(is))).map(([part]) => part);
  const [wasSignals, isSignals] = [signalsById(was), signalsById(is)];
  const signals = {
    added: is.signals.filter(({ signalId }) => !wasSignals.has(signalId)),
    changed: is.signals.filter((signal) => {
      const known = wasSignals.get(signal.signalId);
      return known !== undefined && differs(known, signal);
    }),
    removed: was.signals.filter(({ signalId }) => !isSignals.has(signalId)),
  };
  const { added, changed, removed } = signals;
  if ([...parts, ...added, ...changed, ...removed].length === 0) return [];
  const named = { added: added.map(nameOfSignal), changed: changed.map(nameOfSignal) };
  return [{ ...nameOf(is), kind: "changed", parts, ...named, removed: removed.map(nameOfSignal) }];
}

const PARTS: readonly (readonly [MachinePart, (machine: MachineMapping) => unknown])[] = [
  ["name", ({ name }) => name],
  ["work-unit", ({ workUnit }) => workUnit],
  ["address", ({ endpointUrl }) => endpointUrl],
  ["security", ({ security }) => security],
  ["rules", ({ rules }) => rules],
  ["alarms", ({ alarmSources, alarmAdvice }) => [alarmSources, alarmAdvice]],
];

/** Both come from the same schema, which gives the keys their order. */
function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

const byId = ({ machines }: MappingFile) => new Map(machines.map((machine) => [machine.machineId, machine]));
const signalsById = ({ signals }: MachineMapping) =>
  new Map(signals.map((signal) => [signal.signalId, signal]));
const nameOf = ({ machineId, name }: MachineMapping) => ({ machineId, name });
const nameOfSignal = ({ signalId, name = signalId }: SignalMapping): string => name;
const names = ({ signals }: MachineMapping): readonly string[] => signals.map(nameOfSignal);
