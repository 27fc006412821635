import { roundTo } from "../../physics/round-to.ts";
import { type Activity, activeAlarms } from "../conditions.ts";
import { alarmConditions } from "../machine-alarms.ts";
import type { MachineDesign, MachineSignal } from "../machine-design.ts";
import { measured, UNITS } from "../machine-signals.ts";
import {
  activityOfOven,
  newOven,
  type Oven,
  type OvenStep,
  PARTS_PER_BATCH,
  performOnOven,
  stepOven,
} from "./oven.ts";
import { OVEN_ALARMS } from "./oven-alarms.ts";

const NAMESPACE = "urn:takt:oven";

export function ovenDesign(): MachineDesign<Oven> {
  return {
    key: "oven",
    machineId: "oven-5",
    name: "Oven 5",
    workUnit: "OVN-5",
    namespaceUri: NAMESPACE,
    applicationUri: "urn:takt:oven:OVN-5",
    model: {
      start: newOven,
      step: stepOven,
      perform: performOnOven,
      activity: activityOfOven,
      describe: describeOven,
      made: ({ made }) => ({ total: made, good: made, scrap: 0 }),
    },
    sampleMs: 1_000,
    models: [],
    objects: [],
    signals: SIGNALS,
    states: [],
    alarms: alarmConditions(OVEN_ALARMS, { prefix: "Oven5.Alarm" }),
    alarmSources: [{ sourceId: "alarms", notifier: `nsu=${NAMESPACE};s=Machine`, acknowledge: "machine" }],
  };
}

/** Numbers of the program's steps, and of not being in one. */
const STEP_NUMBERS: Readonly<Record<OvenStep, number>> = { load: 1, heat: 2, soak: 3, cool: 4, unload: 5 };
const IDLE_NUMBERS: Readonly<Record<Exclude<Activity, "running">, number>> = {
  stopped: 0,
  idle: 10,
  starved: 10,
  blocked: 10,
  break: 10,
  "set-up": 11,
  fault: 99,
};

function stateNumber(oven: Oven): number {
  const activity = activityOfOven(oven);
  return activity === "running" ? STEP_NUMBERS[oven.step] : IDLE_NUMBERS[activity];
}

const ZONES = [0, 1, 2] as const;

const SIGNALS: readonly MachineSignal<Oven>[] = [
  {
    name: "state",
    id: "Oven5.State",
    dataType: "Int32",
    pace: "event",
    valueIn: stateNumber,
    mapping: {
      meaning: "state",
      name: "Step of the program",
      stateMap: {
        "0": "stopped",
        "1": "running",
        "2": "running",
        "3": "running",
        "4": "running",
        "5": "running",
        "10": "idle",
        "11": "set-up",
        "99": "fault",
      },
    },
  },
  {
    name: "batchCount",
    id: "Oven5.BatchCount",
    dataType: "UInt32",
    pace: "event",
    valueIn: ({ batchCount }) => batchCount,
    mapping: {
      meaning: "count-total",
      name: "Batches",
      count: {
        from: "counter",
        rolloverAt: 4_294_967_296,
        maxCountsPerSecond: 1,
        piecesPerCount: PARTS_PER_BATCH,
      },
    },
  },
  {
    name: "door",
    id: "Oven5.DoorOpen",
    dataType: "Boolean",
    pace: "event",
    valueIn: ({ isDoorOpen }) => isDoorOpen,
    mapping: { meaning: "other", name: "Door open" },
  },
  {
    name: "alarmWord",
    id: "Oven5.AlarmWord",
    dataType: "UInt16",
    pace: "event",
    valueIn: ({ conditions }) =>
      activeAlarms(conditions, OVEN_ALARMS).reduce((word, { number }) => word | (1 << number), 0),
  },
  ...ZONES.flatMap((zone) => zoneSignals(zone)),
  measured("energy", { id: "Oven5.Energy", unit: UNITS.KILOWATT_HOUR }, ({ energyKwh }) =>
    roundTo(energyKwh, 2),
  ),
  measured("fanVibration", { id: "Oven5.FanVibration", unit: UNITS.MM_PER_S }, ({ vibrationMmS }) =>
    roundTo(vibrationMmS, 2),
  ),
];

function zoneSignals(zone: 0 | 1 | 2): readonly MachineSignal<Oven>[] {
  const name = `zone${zone + 1}`;
  const tag = `Oven5.Zone${zone + 1}`;
  return [
    measured(`${name}Temperature`, { id: `${tag}.Temperature`, unit: UNITS.CELSIUS }, ({ measuredC }) =>
      roundTo(measuredC[zone] ?? 0, 1),
    ),
    measured(`${name}SetPoint`, { id: `${tag}.SetPoint`, unit: UNITS.CELSIUS }, ({ zones }) =>
      roundTo(zones[zone]?.setPointC ?? 0, 1),
    ),
    measured(`${name}Power`, { id: `${tag}.Power`, unit: UNITS.PERCENT }, ({ zones }) =>
      roundTo(zones[zone]?.powerPercent ?? 0, 1),
    ),
  ];
}

function describeOven(oven: Oven): string {
  const zones = oven.zones.map((zone) => `${zone.temperatureC.toFixed(0)}/${zone.setPointC}`).join(", ");
  const alarms = activeAlarms(oven.conditions, OVEN_ALARMS).map(({ text }) => text);
  return [
    `${oven.step}, ${oven.batchCount} batches, door ${oven.isDoorOpen ? "open" : "closed"}`,
    `zones ${zones} °C, ${oven.energyKwh.toFixed(1)} kWh`,
    alarms.length > 0 ? alarms.join(", ") : "no alarm",
  ].join("; ");
}
