import { packMlModes, packMlStates } from "../../../../shared/domain/machines/state-maps.ts";
import { roundTo } from "../../physics/round-to.ts";
import { activeAlarms } from "../conditions.ts";
import type { MachineDesign, MachineSignal } from "../machine-design.ts";
import { measured, UNITS } from "../machine-signals.ts";
import { PACKML_STATES } from "./packml.ts";
import { PACKML_OBJECTS, PACKML_SIGNALS, PACKML_STATES_SHOWN, unitModeOf } from "./packml-objects.ts";
import { activityOfPress, newPress, type Press, performOnPress, stepPress } from "./press.ts";
import { PRESS_ALARMS } from "./press-alarms.ts";

/** A reading holds all strokes since the one before: finer ones would only fill the journal. */
const SLOW_COUNT_MS = 2_000;

export function pressDesign(): MachineDesign<Press> {
  return {
    key: "press",
    machineId: "press-1",
    name: "Press 1",
    workUnit: "PRS-1",
    namespaceUri: "urn:takt:press",
    applicationUri: "urn:takt:press:PRS-1",
    model: {
      start: newPress,
      step: stepPress,
      perform: performOnPress,
      activity: activityOfPress,
      describe: describePress,
      made: ({ made, scrap }) => ({ total: made, good: made - scrap, scrap }),
    },
    sampleMs: 200,
    models: ["packML"],
    objects: PACKML_OBJECTS,
    signals: [...PLAIN_SIGNALS, ...PACKML_SIGNALS],
    states: PACKML_STATES_SHOWN,
    alarms: [],
    alarmSources: [],
  };
}

/** PackTags as numbers, for clients that do not read structures and state machines. */
const PLAIN_SIGNALS: readonly MachineSignal<Press>[] = [
  {
    name: "state",
    id: "Press1.Status.StateCurrent",
    dataType: "Int32",
    pace: "event",
    valueIn: ({ packml }) => PACKML_STATES[packml.state],
    mapping: { meaning: "state", name: "PackML state", stateMap: packMlStates },
  },
  {
    name: "mode",
    id: "Press1.Status.UnitModeCurrent",
    dataType: "Int32",
    pace: "event",
    valueIn: unitModeOf,
    mapping: { meaning: "mode", name: "PackML mode", modeMap: packMlModes },
  },
  {
    name: "processedCount",
    id: "Press1.Admin.ProdProcessedCount.AccCount",
    dataType: "UInt32",
    pace: "event",
    valueIn: (press) => press.processedCount,
    mapping: { meaning: "count-total", name: "Parts stamped", queueSize: 1_000, samplingMs: SLOW_COUNT_MS },
  },
  {
    name: "defectiveCount",
    id: "Press1.Admin.ProdDefectiveCount.AccCount",
    dataType: "UInt32",
    pace: "event",
    valueIn: (press) => press.defectiveCount,
    mapping: { meaning: "count-scrap", name: "Parts rejected", queueSize: 1_000, samplingMs: SLOW_COUNT_MS },
  },
  {
    name: "consumedCount",
    id: "Press1.Admin.ProdConsumedCount.AccCount",
    dataType: "UInt32",
    pace: "event",
    valueIn: (press) => press.consumedCount,
  },
  {
    name: "stopReason",
    id: "Press1.Admin.StopReason.ID",
    dataType: "Int32",
    pace: "event",
    valueIn: ({ stopReason }) => stopReason,
    mapping: { meaning: "alarm", name: "Stop reason" },
  },
  measured("force", { id: "Press1.Force", unit: UNITS.KILONEWTON }, (press) => roundTo(press.forceKn, 0)),
  measured("vibration", { id: "Press1.Vibration", unit: UNITS.MM_PER_S }, (press) =>
    roundTo(press.vibrationMmS, 2),
  ),
  measured("oilTemperature", { id: "Press1.OilTemperature", unit: UNITS.CELSIUS }, (press) =>
    roundTo(press.oilC, 1),
  ),
];

function describePress(press: Press): string {
  const alarms = activeAlarms(press.conditions, PRESS_ALARMS).map(({ text }) => text);
  return [
    `PackML ${press.packml.state}, ${press.processedCount} parts, ${press.defectiveCount} rejected`,
    `${press.strokesOfCoil} strokes of coil left, die ${Math.round(press.dieWear * 100)} % worn, ${press.vibrationMmS.toFixed(1)} mm/s`,
    alarms.length > 0 ? alarms.join(", ") : "no alarm",
  ].join("; ");
}
