import { packMlStates } from "../../../../shared/domain/machines/state-maps.ts";
import type { EngineeringUnit } from "../../opcua/opcua-description.ts";
import { roundTo } from "../../physics/round-to.ts";
import { type Activity, activeAlarms } from "../conditions.ts";
import { alarmConditions } from "../machine-alarms.ts";
import type { MachineDesign, MachineSignal } from "../machine-design.ts";
import { measured, UNITS } from "../machine-signals.ts";
import { JOB_CONTROL_SIGNALS, JOB_CONTROL_STATES } from "./job-control.ts";
import { activityOfLathe, type Lathe, newLathe, PARTS_PER_EDGE, performOnLathe, stepLathe } from "./lathe.ts";
import { LATHE_ADVICE } from "./lathe-advice.ts";
import { LATHE_ALARMS } from "./lathe-alarms.ts";
import {
  MACHINE_TOOL,
  MACHINE_TOOL_OBJECTS,
  MACHINE_TOOL_SIGNALS,
  MACHINE_TOOL_STATES,
} from "./machine-tool.ts";

const NAMESPACE = "urn:takt:lathe";
const MESSAGES = "CNC-Notification-Messages";

/** @param cycleMs time of one part */
export function latheDesign(cycleMs: number): MachineDesign<Lathe> {
  return {
    key: "lathe",
    machineId: "lathe-2",
    name: "CNC Lathe 2",
    workUnit: "CNC-2",
    namespaceUri: NAMESPACE,
    applicationUri: "urn:takt:lathe:CNC-2",
    model: {
      start: (seed) => newLathe(seed, cycleMs),
      step: stepLathe,
      perform: performOnLathe,
      activity: activityOfLathe,
      describe: describeLathe,
      made: ({ made, scrap }) => ({ total: made, good: made - scrap, scrap }),
    },
    sampleMs: 200,
    models: ["di", "ia", "machinery", "isa95JobControl", "machineryJobs", "machineTool"],
    objects: MACHINE_TOOL_OBJECTS,
    signals: [...PLAIN_SIGNALS, ...MACHINE_TOOL_SIGNALS, ...JOB_CONTROL_SIGNALS],
    states: [...MACHINE_TOOL_STATES, ...JOB_CONTROL_STATES],
    alarms: alarmConditions(LATHE_ALARMS, {
      prefix: "CNC-Alert",
      of: MESSAGES,
      type: { uri: MACHINE_TOOL, name: "AlertType" },
    }),
    alarmSources: [
      {
        sourceId: "alarms",
        notifier: `nsu=${NAMESPACE};s=${MESSAGES}`,
        codeField: [`nsu=${MACHINE_TOOL};ErrorCode`],
        acknowledge: "machine",
      },
    ],
    alarmAdvice: LATHE_ADVICE,
  };
}

/** PackML numbers, as the controller's own tag has always shown them. */
const STATE_NUMBERS: Readonly<Record<Activity, number>> = {
  running: 6,
  idle: 4,
  stopped: 2,
  "set-up": 2,
  break: 11,
  starved: 5,
  blocked: 5,
  fault: 9,
};

/** The controller's own tags, besides what the companion model shows. */
const PLAIN_SIGNALS: readonly MachineSignal<Lathe>[] = [
  {
    name: "partCount",
    id: "Lathe2.PartCount",
    dataType: "UInt32",
    pace: "event",
    valueIn: ({ partCount }) => partCount,
    mapping: { meaning: "count-total", name: "Part counter", queueSize: 1_000 },
  },
  {
    name: "state",
    id: "Lathe2.State",
    dataType: "Int32",
    pace: "event",
    valueIn: (lathe) => STATE_NUMBERS[activityOfLathe(lathe)],
    mapping: { meaning: "state", name: "State", stateMap: packMlStates },
  },
  {
    name: "mode",
    id: "Lathe2.Mode",
    dataType: "Int32",
    pace: "event",
    valueIn: (lathe) => (activityOfLathe(lathe) === "set-up" ? 3 : 1),
    mapping: {
      meaning: "mode",
      name: "Mode",
      modeMap: { "1": "production", "2": "maintenance", "3": "set-up" },
    },
  },
  {
    name: "alarm",
    id: "Lathe2.Alarm",
    dataType: "UInt32",
    pace: "event",
    valueIn: ({ conditions }) => activeAlarms(conditions, LATHE_ALARMS)[0]?.number ?? 0,
  },
  {
    name: "alarmText",
    id: "Lathe2.AlarmText",
    dataType: "String",
    pace: "event",
    valueIn: ({ conditions }) =>
      activeAlarms(conditions, LATHE_ALARMS)
        .map(({ text }) => text)
        .join("; "),
  },
  {
    name: "toolLife",
    id: "Lathe2.ToolLife",
    dataType: "UInt32",
    pace: "event",
    valueIn: ({ partsOfEdge }) => Math.round(partsOfEdge),
    mapping: { meaning: "tool-life", name: "Insert T4" },
  },
  spindle("spindleLoad", UNITS.PERCENT, ({ spindleLoadPercent }) => roundTo(spindleLoadPercent, 1)),
  spindle("spindleSpeed", UNITS.REVOLUTIONS, ({ spindleRpm }) => roundTo(spindleRpm, 0)),
  spindle("vibration", UNITS.MM_PER_S, ({ vibrationMmS }) => roundTo(vibrationMmS, 2)),
  spindle("temperature", UNITS.CELSIUS, ({ temperatureC }) => roundTo(temperatureC, 1)),
  measured(
    "coolantTemperature",
    {
      id: "Lathe2.CoolantTemperature",
      unit: UNITS.CELSIUS,
      componentOf: "CNC-Monitoring",
      browseName: "CoolantTemperature",
    },
    ({ coolantC }) => roundTo(coolantC, 1),
  ),
  {
    name: "diameter",
    id: "Lathe2.Diameter",
    dataType: "Double",
    unit: { code: "MMT", sign: "mm" },
    pace: "event",
    valueIn: ({ lastDiameterMm }) => roundTo(lastDiameterMm, 3),
    mapping: { meaning: "measure", name: "Diameter at the probe", unit: "MMT" },
  },
];

/** A measured value that the companion model shows with the spindle. */
function spindle(
  name: string,
  unit: EngineeringUnit,
  valueIn: (lathe: Lathe) => number,
): MachineSignal<Lathe> {
  const tag = name.charAt(0).toUpperCase() + name.slice(1);
  const node = { id: `Lathe2.${tag}`, unit, componentOf: "CNC-Spindle", browseName: tag };
  return measured(name, node, valueIn);
}

function describeLathe(lathe: Lathe): string {
  const worn = (share: number) => `${Math.round(share * 100)} %`;
  return [
    `${lathe.partCount} parts, one in ${(lathe.nominalCycleMs / 1000).toFixed(1)} s`,
    `spindle ${roundTo(lathe.spindleLoadPercent, 0)} %, ${lathe.temperatureC.toFixed(1)} °C, ${lathe.vibrationMmS.toFixed(1)} mm/s`,
    `insert ${worn(lathe.edgeWear)} worn (${Math.round(lathe.partsOfEdge)} of ${PARTS_PER_EDGE} parts), bearing ${worn(lathe.bearingWear)}`,
  ].join("; ");
}
