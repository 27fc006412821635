import type { AlarmSource } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type {
  ExploredMachine,
  MachineConnection,
  OfferedEndpoints,
} from "../../../shared/screen/commissioning.ts";

/** Where the assistant is, with all that was found out on the way there. */
export type AssistantState =
  | { readonly step: "address" }
  | { readonly step: "security"; readonly endpointUrl: string; readonly offered: OfferedEndpoints }
  | (Explored & { readonly step: "machine" })
  | (Explored & { readonly step: "browse"; readonly path: readonly FoundNode[] })
  | (Explored & { readonly step: "meaning"; readonly path: readonly FoundNode[]; readonly node: FoundNode })
  | (Explored & { readonly step: "prove" })
  | { readonly step: "saved"; readonly name: string };

export interface Explored {
  readonly connection: MachineConnection;
  readonly machine: ExploredMachine;
  /** As people will see it. */
  readonly name: string;
  readonly signals: readonly SignalMapping[];
  /** Where its alarms come from by events, as it was found out. */
  readonly alarmSources: readonly AlarmSource[];
}

/** What was found out stays; only the place changes. */
export function exploredOf({ connection, machine, name, signals, alarmSources }: Explored): Explored {
  return { connection, machine, name, signals, alarmSources };
}
