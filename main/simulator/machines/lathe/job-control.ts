import type { OpcuaValue } from "../../opcua/opcua-description.ts";
import type { MachineSignal, MachineStates } from "../machine-design.ts";
import { fixedValue, modelValue } from "../machine-signals.ts";
import { activityOfLathe, type Lathe } from "./lathe.ts";

const CONTROL = "CNC-MachineryBuildingBlocks-JobManagement-JobOrderControl";

/** Of OPC 10031-4: states of a job order at the machine, with their numbers. */
const JOB_STATES = { Running: 3, Interrupted: 4 } as const;

/** The lathe has one job order, the one in its program; it takes none from outside (its methods are not offered). */
export const JOB_CONTROL_SIGNALS: readonly MachineSignal<Lathe>[] = [
  fixedValue(`${CONTROL}-MaxDownloadableJobOrders`, 1),
  fixedValue(`${CONTROL}-EquipmentID`, ["CNC-2"]),
  fixedValue(`${CONTROL}-MaterialDefinitionID`, ["RING-40", "FLANGE-40"]),
  modelValue(`${CONTROL}-JobOrderList`, (lathe): OpcuaValue => {
    const state = jobStateOf(lathe);
    return [
      {
        jobOrder: { jobOrderID: "4711/30" },
        state: [{ stateText: { text: state, locale: "en" }, stateNumber: JOB_STATES[state] }],
      },
    ];
  }),
];

export const JOB_CONTROL_STATES: readonly MachineStates<Lathe>[] = [{ id: CONTROL, stateIn: jobStateOf }];

function jobStateOf(lathe: Lathe): keyof typeof JOB_STATES {
  return activityOfLathe(lathe) === "running" ? "Running" : "Interrupted";
}
