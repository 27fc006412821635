import { euInformation, type TypedObject } from "../../opcua/opcua-description.ts";
import type { Activity } from "../conditions.ts";
import type { MachineSignal, MachineStates } from "../machine-design.ts";
import { fixedValue, modelValue, UNITS } from "../machine-signals.ts";
import { activityOfLathe, type Lathe, PARTS_PER_EDGE } from "./lathe.ts";

const MACHINERY = "http://opcfoundation.org/UA/Machinery/";
export const MACHINE_TOOL = "http://opcfoundation.org/UA/MachineTool/";
const MACHINES_FOLDER = 1001;
const PROGRAM = "FLANGE40.MPF";

/** The lathe as OPC 40501 (Machine Tools) and OPC 40001 (Machinery) show one. */
export const MACHINE_TOOL_OBJECTS: readonly TypedObject[] = [
  {
    id: "CNC",
    browseName: "CNC Lathe 2",
    type: { uri: MACHINE_TOOL, name: "MachineToolType" },
    under: { uri: MACHINERY, nodeNumber: MACHINES_FOLDER },
    optionals: [
      "Equipment.Tools",
      "Identification.ComponentName",
      "Identification.Location",
      "Identification.Model",
      "Identification.SoftwareRevision",
      "Identification.YearOfConstruction",
      "MachineryBuildingBlocks",
      "MachineryBuildingBlocks.MachineryItemState",
      "MachineryBuildingBlocks.MachineryItemState.CurrentState.Number",
      "MachineryBuildingBlocks.MachineryOperationMode",
      "MachineryBuildingBlocks.MachineryOperationMode.CurrentState.Number",
      "MachineryBuildingBlocks.OperationCounters",
      "MachineryBuildingBlocks.OperationCounters.OperationCycleCounter",
      "MachineryBuildingBlocks.OperationCounters.OperationDuration",
      "MachineryBuildingBlocks.JobManagement",
      "Monitoring.MachineTool.FeedOverride",
      "Monitoring.MachineTool.PowerOnDuration",
      "Monitoring.Stacklight",
      "Notification.Messages",
      "Notification.Prognoses",
      "Production.ActiveProgram.JobIdentifier",
      "Production.ProductionPlan",
    ],
  },
  {
    id: "CNC-Job",
    browseName: "Job",
    type: { uri: MACHINE_TOOL, name: "ProductionJobType" },
    under: "CNC-Production-ProductionPlan",
    optionals: ["OrderIdentifier", "PartsCompleted", "PartsGood"],
  },
  {
    id: "CNC-T4",
    browseName: "T4",
    type: { uri: MACHINE_TOOL, name: "ToolType" },
    under: "CNC-Equipment-Tools",
    optionals: ["Name", "Identifier", "ToolLife"],
  },
  {
    id: "CNC-T4-ToolLife-Parts",
    browseName: "Parts",
    type: { uri: MACHINE_TOOL, name: "ToolLifeType" },
    under: "CNC-T4-ToolLife",
    optionals: ["LimitValue", "StartValue", "WarningValue"],
    variable: "UInt32",
  },
  {
    id: "CNC-Channel1",
    browseName: "Channel 1",
    type: { uri: MACHINE_TOOL, name: "ChannelMonitoringType" },
    under: "CNC-Monitoring",
  },
  {
    id: "CNC-Spindle",
    browseName: "Main spindle",
    type: { uri: MACHINE_TOOL, name: "SpindleMonitoringType" },
    under: "CNC-Monitoring",
    optionals: ["Override"],
  },
  {
    id: "CNC-BearingPrognosis",
    browseName: "Spindle bearing",
    type: { uri: MACHINE_TOOL, name: "MaintenancePrognosisType" },
    under: "CNC-Notification-Prognoses",
  },
  {
    id: "CNC-ToolPrognosis",
    browseName: "Tool T4",
    type: { uri: MACHINE_TOOL, name: "ToolChangePrognosisType" },
    under: "CNC-Notification-Prognoses",
    optionals: ["ToolIdentifier", "ToolName"],
  },
];

const OPERATION_MODE = { Manual: 0, Automatic: 1, Setup: 2 } as const;
const CHANNEL_STATE = { active: 0, interrupted: 1, reset: 2 } as const;
const RUNS_PLANNED = 600;
/** ToolLifeIndication of OPC 40501. */
const NUMBER_OF_PARTS = 1;
const OVERRIDE_RANGE = { low: 0, high: 120 };

/** An override as the models want it: with its range and unit. */
function percentage(id: string, value: number): readonly MachineSignal<Lathe>[] {
  return [
    fixedValue(`${id}-EURange`, OVERRIDE_RANGE),
    fixedValue(`${id}-EngineeringUnits`, euInformation(UNITS.PERCENT)),
    fixedValue(id, value),
  ];
}

export const MACHINE_TOOL_SIGNALS: readonly MachineSignal<Lathe>[] = [
  fixedValue("CNC-Identification-Manufacturer", "Takt Simulated Machines"),
  fixedValue("CNC-Identification-Model", "SL 40"),
  fixedValue("CNC-Identification-ComponentName", "CNC Lathe 2"),
  fixedValue("CNC-Identification-SerialNumber", "SL40-2019-0107"),
  fixedValue("CNC-Identification-ProductInstanceUri", "urn:takt:machines:SL40-2019-0107"),
  fixedValue("CNC-Identification-SoftwareRevision", "7.4.2"),
  fixedValue("CNC-Identification-YearOfConstruction", 2019),
  fixedValue("CNC-Identification-Location", "Hall 1, WS-14"),
  fixedValue("CNC-Production-ActiveProgram-Name", PROGRAM),
  fixedValue("CNC-Production-ActiveProgram-NumberInList", 0),
  fixedValue("CNC-Production-ActiveProgram-JobIdentifier", "4711/30"),
  fixedValue("CNC-Job-Identifier", "4711/30"),
  fixedValue("CNC-Job-OrderIdentifier", "4711"),
  fixedValue("CNC-Job-RunsPlanned", RUNS_PLANNED),
  fixedValue("CNC-Job-RunsPlanned-IsValid", true),
  fixedValue("CNC-T4-Name", "T4 insert"),
  fixedValue("CNC-T4-Identifier", "T4"),
  fixedValue("CNC-T4-ControlIdentifier1", 4),
  fixedValue("CNC-T4-ToolLife-Parts-LimitValue", PARTS_PER_EDGE),
  fixedValue("CNC-T4-ToolLife-Parts-StartValue", 0),
  fixedValue("CNC-T4-ToolLife-Parts-WarningValue", 0.8 * PARTS_PER_EDGE),
  fixedValue("CNC-T4-ToolLife-Parts-IsCountingUp", true),
  fixedValue("CNC-T4-ToolLife-Parts-Indication", NUMBER_OF_PARTS),
  fixedValue("CNC-T4-ToolLife-Parts-EngineeringUnits", euInformation({ code: "H87", sign: "pcs" })),
  fixedValue("CNC-Channel1-Name", "Channel 1"),
  ...percentage("CNC-Channel1-FeedOverride", 100),
  fixedValue("CNC-Spindle-Name", "Main spindle"),
  ...percentage("CNC-Spindle-Override", 100),
  ...percentage("CNC-Monitoring-MachineTool-FeedOverride", 100),
  fixedValue("CNC-BearingPrognosis-Activity", "Replace the bearing of the main spindle"),
  fixedValue("CNC-ToolPrognosis-Location", "Turret, place 4"),
  fixedValue("CNC-ToolPrognosis-ToolIdentifier", "T4"),
  fixedValue("CNC-ToolPrognosis-ToolName", "T4 insert"),
  modelValue("CNC-Monitoring-MachineTool-OperationMode", (lathe) =>
    activityOfLathe(lathe) === "set-up" ? OPERATION_MODE.Setup : OPERATION_MODE.Automatic,
  ),
  modelValue("CNC-Channel1-ChannelState", (lathe) => {
    const activity = activityOfLathe(lathe);
    if (activity === "running") return CHANNEL_STATE.active;
    return activity === "fault" || activity === "stopped" ? CHANNEL_STATE.interrupted : CHANNEL_STATE.reset;
  }),
  modelValue("CNC-Spindle-IsRotating", (lathe) => lathe.spindleRpm > 0),
  modelValue("CNC-Job-RunsCompleted", ({ made }) => made),
  modelValue("CNC-Job-PartsCompleted", ({ made }) => made),
  modelValue("CNC-Job-PartsGood", ({ made, scrap }) => made - scrap),
  modelValue("CNC-MachineryBuildingBlocks-OperationCounters-OperationCycleCounter", ({ made }) => made),
  modelValue("CNC-T4-ToolLife-Parts", ({ partsOfEdge }) => Math.round(partsOfEdge)),
  modelValue("CNC-T4-Locked", ({ edgeWear }) => edgeWear >= 1),
  modelValue("CNC-Monitoring-MachineTool-PowerOnDuration", ({ poweredMs }) =>
    Math.floor(poweredMs / 3_600_000),
  ),
  modelValue(
    "CNC-MachineryBuildingBlocks-OperationCounters-PowerOnDuration",
    ({ poweredMs }) => Math.floor(poweredMs / 60_000) * 60_000,
  ),
  modelValue(
    "CNC-MachineryBuildingBlocks-OperationCounters-OperationDuration",
    ({ runningMs }) => Math.floor(runningMs / 60_000) * 60_000,
  ),
  modelValue("CNC-ToolPrognosis-PredictedTime", ({ partsOfEdge, nominalCycleMs }, at) =>
    predicted(at, Math.max(0, PARTS_PER_EDGE - partsOfEdge) * nominalCycleMs),
  ),
  modelValue("CNC-BearingPrognosis-PredictedTime", ({ bearingWear }, at) =>
    predicted(at, (1 - bearingWear) ** 2 * 1_500 * 3_600_000),
  ),
];

export const MACHINE_TOOL_STATES: readonly MachineStates<Lathe>[] = [
  {
    id: "CNC-MachineryBuildingBlocks-MachineryItemState",
    stateIn: (lathe) => ITEM_STATES[activityOfLathe(lathe)],
  },
  {
    id: "CNC-MachineryBuildingBlocks-MachineryOperationMode",
    stateIn: (lathe) => (activityOfLathe(lathe) === "set-up" ? "Setup" : "Processing"),
  },
  {
    id: "CNC-Production-ActiveProgram-State",
    stateIn: (lathe) => PROGRAM_STATES[activityOfLathe(lathe)],
  },
  { id: "CNC-Job-State", stateIn: (lathe) => PROGRAM_STATES[activityOfLathe(lathe)] },
];

const ITEM_STATES: Readonly<Record<Activity, string>> = {
  running: "Executing",
  idle: "NotExecuting",
  stopped: "NotExecuting",
  "set-up": "NotExecuting",
  break: "NotExecuting",
  starved: "NotExecuting",
  blocked: "NotExecuting",
  fault: "OutOfService",
};

const PROGRAM_STATES: Readonly<Record<Activity, string>> = {
  running: "Running",
  idle: "Initializing",
  stopped: "Interrupted",
  "set-up": "Interrupted",
  break: "Interrupted",
  starved: "Interrupted",
  blocked: "Interrupted",
  fault: "Interrupted",
};

/** To the minute: a forecast that changed each second would be noise. */
function predicted(at: Date, inMs: number): Date {
  return new Date(Math.round((at.getTime() + inMs) / 60_000) * 60_000);
}
