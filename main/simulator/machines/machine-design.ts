import type { z } from "zod";
import type { alarmSourceSchema } from "../../../shared/domain/machines/alarms/alarm-source.ts";
import type { MachineMapping, SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type {
  CompanionModel,
  EngineeringUnit,
  OpcuaAlarm,
  OpcuaDataType,
  OpcuaValue,
  TypedObject,
} from "../opcua/opcua-description.ts";
import type { MachineModel } from "./machine-model.ts";

export const MACHINE_KEYS = ["lathe", "press", "line", "oven"] as const;
/** How a machine is called at the command line. */
export type MachineKey = (typeof MACHINE_KEYS)[number];

/** A value of the machine at a node of its server. */
export interface MachineSignal<State> {
  readonly name: string;
  /** Identifier of the node in the machine's own namespace. */
  readonly id: string;
  /** Left out for a node that came with an object of a companion model. */
  readonly dataType?: OpcuaDataType;
  readonly unit?: EngineeringUnit;
  readonly componentOf?: string;
  readonly browseName?: string;
  /**
   * event: written at each change, at the moment of the change. sample: written when it is time, as a controller does
   * with measured values. fixed: written once.
   */
  readonly pace: "event" | "sample" | "fixed";
  /** @param at time by the machine's clock */
  valueIn(state: State, at: Date): OpcuaValue;
  /** What the trial station's mapping says of it; signals without are there for a technician to discover. */
  readonly mapping?: Omit<Partial<SignalMapping>, "signalId" | "node"> & Pick<SignalMapping, "meaning">;
}

/** A state machine of a companion model. */
export interface MachineStates<State> {
  readonly id: string;
  /** @returns the browse name of the state; undefined: it is in none, a sub-machine whose parent is elsewhere */
  stateIn(state: State): string | undefined;
}

/** An alarm that is told by events. */
export interface MachineAlarm<State> extends OpcuaAlarm {
  readonly text: string;
  /** 1 to 1000. */
  readonly severity: number;
  isActiveIn(state: State): boolean;
}

export interface MachineDesign<State> {
  readonly key: MachineKey;
  readonly machineId: string;
  readonly name: string;
  readonly workUnit: string;
  readonly namespaceUri: string;
  readonly applicationUri: string;
  readonly model: MachineModel<State>;
  readonly sampleMs: number;
  readonly models: readonly CompanionModel[];
  readonly objects: readonly TypedObject[];
  readonly signals: readonly MachineSignal<State>[];
  readonly states: readonly MachineStates<State>[];
  readonly alarms: readonly MachineAlarm<State>[];
  /** How the trial station's mapping reads them. */
  readonly alarmSources: readonly z.input<typeof alarmSourceSchema>[];
  /** What people do about its alarms, as that mapping says it. */
  readonly alarmAdvice?: MachineMapping["alarmAdvice"];
}
