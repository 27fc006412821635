import type { AlarmSource } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type { SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type {
  ExploredMachine,
  MachineConnection,
  MappingComparison,
  OfferedEndpoint,
  OfferedEndpoints,
} from "../../../shared/screen/commissioning.ts";

import type { Login } from "./choose-offer.ts";
import type { UnitHint } from "./unit-hint.ts";

/** Where the assistant is, with all that was found out on the way there. */
export type AssistantState =
  | { readonly step: "address" }
  | (Reached & { readonly step: "security" })
  | (Reached & { readonly step: "login"; readonly offer: OfferedEndpoint })
  | (Explored & { readonly step: "machine" })
  | (Explored & { readonly step: "browse"; readonly path: readonly FoundNode[] })
  | (Explored & { readonly step: "meaning"; readonly path: readonly FoundNode[]; readonly node: FoundNode })
  | (Explored & OfSignal & { readonly step: "unit" })
  | (Explored & OfSignal & { readonly step: "limits" })
  | (Explored & { readonly step: "prove" })
  | { readonly step: "saved"; readonly name: string }
  | { readonly step: "exchange" }
  | { readonly step: "compare"; readonly comparison: MappingComparison }
  | { readonly step: "import-login"; readonly comparison: MappingComparison; readonly passwords: Passwords }
  | { readonly step: "imported" };

/** By machine. */
export type Passwords = Readonly<Record<string, string>>;

export interface Reached {
  readonly endpointUrl: string;
  readonly offered: OfferedEndpoints;
  /** Typed already, while the certificate was still to be judged. */
  readonly login?: Login;
}

/** A value of a machine whose unit and limits are being said. */
export interface OfSignal {
  readonly path: readonly FoundNode[];
  readonly node: FoundNode;
  readonly signal: SignalMapping;
  readonly hint: UnitHint;
}

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
