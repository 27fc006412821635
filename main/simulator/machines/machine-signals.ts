import type { EngineeringUnit, OpcuaDataType, OpcuaValue } from "../opcua/opcua-description.ts";
import type { MachineSignal } from "./machine-design.ts";

const CELSIUS: EngineeringUnit = { code: "CEL", sign: "°C" };
const PERCENT: EngineeringUnit = { code: "P1", sign: "%" };
const MM_PER_S: EngineeringUnit = { code: "C16", sign: "mm/s" };
const KILONEWTON: EngineeringUnit = { code: "B47", sign: "kN" };
const KILOWATT_HOUR: EngineeringUnit = { code: "KWH", sign: "kWh" };
const REVOLUTIONS: EngineeringUnit = { code: "RPM", sign: "1/min" };

/** UNECE units of the plant's measured values. */
export const UNITS = { CELSIUS, PERCENT, MM_PER_S, KILONEWTON, KILOWATT_HOUR, REVOLUTIONS };

export interface MeasuredNode {
  readonly id: string;
  readonly unit: EngineeringUnit;
  /** The object it belongs to and its name there; else it lies with the machine's other tags. */
  readonly componentOf?: string;
  readonly browseName?: string;
  /** Double when left out. */
  readonly dataType?: Extract<OpcuaDataType, "Double" | "Float">;
}

/** A measured value, written as often as the controller does with all of them. */
export function measured<State>(
  name: string,
  { unit, dataType = "Double", ...node }: MeasuredNode,
  valueIn: (state: State) => number,
): MachineSignal<State> {
  const mapping = { meaning: "measure", unit: unit.code } as const;
  return { ...node, name, dataType, unit, pace: "sample", valueIn, mapping };
}

/** A value of an object of a companion model that never changes. */
export function fixedValue<State>(id: string, value: OpcuaValue): MachineSignal<State> {
  return { name: id, id, pace: "fixed", valueIn: () => value };
}

/** A value of an object of a companion model, written when it changes. */
export function modelValue<State>(
  id: string,
  valueIn: MachineSignal<State>["valueIn"],
): MachineSignal<State> {
  return { name: id, id, pace: "event", valueIn };
}
