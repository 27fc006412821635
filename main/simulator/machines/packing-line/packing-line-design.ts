import { roundTo } from "../../physics/round-to.ts";
import { activeAlarms } from "../conditions.ts";
import type { MachineDesign, MachineSignal } from "../machine-design.ts";
import { measured, UNITS } from "../machine-signals.ts";
import {
  activityOfPackingLine,
  newPackingLine,
  PACKS_PER_BOX,
  type PackingLine,
  performOnPackingLine,
  stepPackingLine,
} from "./packing-line.ts";
import { PACKING_LINE_ALARMS } from "./packing-line-alarms.ts";

/** An old controller behind a gateway: tags of data block 10 and no companion model. */
/** A reading holds all packs since the one before: finer ones would only fill the journal. */
const SLOW_COUNT_MS = 5_000;

export function packingLineDesign(): MachineDesign<PackingLine> {
  return {
    key: "line",
    machineId: "packing-3",
    name: "Packing Line 3",
    workUnit: "PCK-3",
    namespaceUri: "urn:takt:packing-line",
    applicationUri: "urn:takt:packing-line:PCK-3",
    model: {
      start: newPackingLine,
      step: stepPackingLine,
      perform: performOnPackingLine,
      activity: activityOfPackingLine,
      describe: describeLine,
      made: ({ made, scrap }) => ({ total: made, good: made - scrap, scrap }),
    },
    sampleMs: 500,
    models: [],
    objects: [],
    signals: SIGNALS,
    states: [],
    alarms: [],
    alarmSources: [],
  };
}

/** One bit per condition; the lowest set one is not the strongest, as with most old controllers. */
const STATE_BITS = { running: 1, fault: 2, starved: 4, blocked: 8, "set-up": 16, ready: 32 } as const;

/** Bits 0 running, 1 fault, 2 starved, 3 blocked, 4 set-up, 5 ready. */
function stateWord(line: PackingLine): number {
  const activity = activityOfPackingLine(line);
  const bit = activity in STATE_BITS ? STATE_BITS[activity as keyof typeof STATE_BITS] : 0;
  const isReady = activity === "running" || activity === "idle" || bit === 4 || bit === 8;
  return bit | (isReady ? STATE_BITS.ready : 0);
}

function alarmWord({ conditions }: PackingLine): number {
  return activeAlarms(conditions, PACKING_LINE_ALARMS).reduce((word, { number }) => word | (1 << number), 0);
}

const SIGNALS: readonly MachineSignal<PackingLine>[] = [
  {
    name: "stateWord",
    id: "DB10.StateWord",
    dataType: "UInt16",
    pace: "event",
    valueIn: stateWord,
    mapping: {
      meaning: "state",
      name: "State word",
      stateMap: {
        "33": "running",
        "32": "idle",
        "36": "idle",
        "40": "idle",
        "16": "set-up",
        "2": "fault",
        "0": "stopped",
      },
    },
  },
  {
    name: "packCount",
    id: "DB10.PackCount",
    dataType: "UInt16",
    pace: "event",
    valueIn: ({ packCount }) => packCount,
    mapping: {
      meaning: "count-total",
      name: "Packs",
      queueSize: 1_000,
      samplingMs: SLOW_COUNT_MS,
      count: { from: "counter", rolloverAt: 65_536, maxCountsPerSecond: 40, piecesPerCount: 1 },
    },
  },
  {
    name: "rejectCount",
    id: "DB10.RejectCount",
    dataType: "UInt16",
    pace: "event",
    valueIn: ({ rejectCount }) => rejectCount,
    mapping: {
      meaning: "count-scrap",
      name: "Rejects",
      queueSize: 1_000,
      samplingMs: SLOW_COUNT_MS,
      count: { from: "counter", rolloverAt: 65_536, maxCountsPerSecond: 20, piecesPerCount: 1 },
    },
  },
  {
    name: "boxCount",
    id: "DB10.BoxCount",
    dataType: "UInt16",
    pace: "event",
    valueIn: ({ boxCount }) => boxCount,
  },
  {
    name: "boxPulse",
    id: "DB10.BoxPulse",
    dataType: "Boolean",
    pace: "event",
    valueIn: ({ boxPulseLeftMs }) => boxPulseLeftMs > 0,
    mapping: { meaning: "other", name: `Photocell: one box of ${PACKS_PER_BOX}`, queueSize: 1_000 },
  },
  {
    name: "alarmWord",
    id: "DB10.AlarmWord",
    dataType: "UInt16",
    pace: "event",
    valueIn: alarmWord,
    mapping: { meaning: "alarm", name: "Alarm bits" },
  },
  {
    name: "speed",
    id: "DB10.Speed",
    dataType: "Float",
    pace: "sample",
    valueIn: ({ packsPerMinute }) => roundTo(packsPerMinute, 0),
    mapping: { meaning: "speed", name: "Packs per minute" },
  },
  bare("sealTemperature", "SealTemperature", ({ sealC }) => roundTo(sealC, 1)),
  bare("motorTemperature", "MotorTemperature", ({ motorC }) => roundTo(motorC, 1)),
  bare("vibration", "Vibration", ({ vibrationMmS }) => roundTo(vibrationMmS, 2)),
];

/** An old controller knows no units: only the mapping says them. */
function bare(name: string, tag: string, valueIn: (line: PackingLine) => number): MachineSignal<PackingLine> {
  const unit = name === "vibration" ? UNITS.MM_PER_S : UNITS.CELSIUS;
  const { unit: _untold, ...signal } = measured(
    name,
    { id: `DB10.${tag}`, unit, dataType: "Float" },
    valueIn,
  );
  return signal;
}

function describeLine(line: PackingLine): string {
  const alarms = activeAlarms(line.conditions, PACKING_LINE_ALARMS).map(({ text }) => text);
  return [
    `pack counter ${line.packCount}, ${line.rejectCount} rejects, ${line.boxCount} boxes`,
    `${Math.round(line.packsPerMinute)} packs/min, seal ${line.sealC.toFixed(0)} °C, bearing ${Math.round(line.bearingWear * 100)} % worn (${line.vibrationMmS.toFixed(1)} mm/s)`,
    alarms.length > 0 ? alarms.join(", ") : "no alarm",
  ].join("; ");
}
