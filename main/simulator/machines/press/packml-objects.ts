import { euInformation, type OpcuaStructure, type TypedObject } from "../../opcua/opcua-description.ts";
import type { MachineSignal, MachineStates } from "../machine-design.ts";
import { fixedValue, modelValue } from "../machine-signals.ts";
import type { PackmlState } from "./packml.ts";
import { activityOfPress, type Press, STROKES_PER_MINUTE } from "./press.ts";
import { PRESS_ALARMS } from "./press-alarms.ts";

const PACKML = "http://opcfoundation.org/UA/PackML/";

/** The press as OPC 30050 (PackML) shows a unit. */
export const PACKML_OBJECTS: readonly TypedObject[] = [
  {
    id: "Press",
    browseName: "Press 1",
    type: { uri: PACKML, name: "PackMLBaseObjectType" },
    optionals: [
      "TagID",
      "PackMLVersion",
      "Admin.AccTimeSinceReset",
      "Admin.MachDesignSpeed",
      "Admin.ProdConsumedCount",
      "Admin.ProdDefectiveCount",
      "Admin.ProdProcessedCount",
      "Admin.StopReason",
      "BaseStateMachine.CurrentState.Number",
      "BaseStateMachine.MachineState.CurrentState.Number",
      "BaseStateMachine.MachineState.ExecuteState.CurrentState.Number",
    ],
  },
];

/** Production, or manual while the coil is changed. */
export function unitModeOf(press: Press): number {
  return activityOfPress(press) === "set-up" && press.packml.state === "Stopped" ? 3 : 1;
}

export const PACKML_SIGNALS: readonly MachineSignal<Press>[] = [
  fixedValue("Press-TagID", "PRS-1"),
  fixedValue("Press-PackMLVersion", "2015"),
  fixedValue("Press-Admin-MachDesignSpeed", 60),
  fixedValue("Press-Status-MachSpeed", STROKES_PER_MINUTE),
  fixedValue("Press-Status-MachSpeed-EURange", { low: 0, high: 60 }),
  fixedValue("Press-Status-CurMachSpeed-EURange", { low: 0, high: 60 }),
  modelValue("Press-Status-UnitModeCurrent", unitModeOf),
  modelValue("Press-Status-CurMachSpeed", ({ packml, strokeMs }) =>
    packml.state === "Execute" ? Math.round(600_000 / strokeMs) / 10 : 0,
  ),
  modelValue("Press-Status-EquipmentBlocked", (press) => activityOfPress(press) === "blocked"),
  modelValue("Press-Status-EquipmentStarved", (press) => activityOfPress(press) === "starved"),
  modelValue("Press-Admin-ProdConsumedCount", (press) => counts(1, "Blank", press.consumedCount)),
  modelValue("Press-Admin-ProdProcessedCount", (press) => counts(2, "Bracket", press.processedCount)),
  modelValue("Press-Admin-ProdDefectiveCount", (press) => counts(3, "Bracket", press.defectiveCount)),
  modelValue("Press-Admin-StopReason", ({ stopReason }, at) => reason(stopReason, at)),
];

const BASE = "Press-BaseStateMachine";
const CLEARED_ONLY_BY_CLEAR: readonly PackmlState[] = ["Aborting", "Aborted"];
const MACHINE_STATES: readonly PackmlState[] = ["Clearing", "Stopped", "Stopping"];

/** Three nested machines: aborted or cleared; within cleared: stopped or running; within running: the rest. */
export const PACKML_STATES_SHOWN: readonly MachineStates<Press>[] = [
  {
    id: BASE,
    stateIn: ({ packml }) => (CLEARED_ONLY_BY_CLEAR.includes(packml.state) ? packml.state : "Cleared"),
  },
  {
    id: `${BASE}-MachineState`,
    stateIn: ({ packml }) => {
      if (CLEARED_ONLY_BY_CLEAR.includes(packml.state)) return undefined;
      return MACHINE_STATES.includes(packml.state) ? packml.state : "Running";
    },
  },
  {
    id: `${BASE}-MachineState-ExecuteState`,
    stateIn: ({ packml: { state } }) =>
      CLEARED_ONLY_BY_CLEAR.includes(state) || MACHINE_STATES.includes(state) ? undefined : state,
  },
];

/** PackMLCountDataType, one element: the press makes one product. */
function counts(id: number, name: string, count: number): readonly OpcuaStructure[] {
  const signed = count | 0; // the structure's counts are signed
  return [{ ID: id, name, unit: PIECES, count: signed, accCount: signed }];
}

const PIECES = euInformation({ code: "H87", sign: "pcs" });

function reason(number: number, at: Date): OpcuaStructure {
  const alarm = PRESS_ALARMS.find((known) => known.number === number);
  return {
    ID: number,
    value: 0,
    message: alarm?.text ?? "",
    category: alarm?.isFault ? 1 : 0,
    dateTime: number === 0 ? new Date(0) : at,
    ackDateTime: new Date(0),
    trigger: number !== 0,
  };
}
