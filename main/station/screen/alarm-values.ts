import type { Acknowledgement } from "../../../shared/domain/machines/alarms/acknowledgement.ts";
import { adviceFor } from "../../../shared/domain/machines/alarms/alarm-advice.ts";
import {
  type PresentAlarm,
  presentAlarms,
  standOf,
} from "../../../shared/domain/machines/alarms/present-alarm.ts";
import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { MasterData } from "../../../shared/domain/master-data.ts";
import type { StationState } from "../../../shared/domain/station-state.ts";
import type { AlarmFacts } from "../../../shared/screen/alarm-facts.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import type { HeardMachine } from "../work/memory.ts";

export interface AlarmSources {
  readonly state: StationState;
  readonly master: MasterData;
  readonly mapping: MachineMapping;
  readonly heard: HeardMachine | undefined;
}

/** Alarms told by events, gravest first, as the screen shows all alarms: in the machine's words and with its time. */
export function alarmValues(from: AlarmSources): readonly LiveValueView[] {
  const factsOf = factsFrom(from);
  return presentOf(from)
    .filter(({ sourceId }) => sourceId !== null)
    .toSorted((left, right) => (right.severity ?? 0) - (left.severity ?? 0))
    .map((alarm) => ({
      signalId: alarm.alarmId,
      name: alarm.name,
      meaning: "alarm",
      unit: "",
      value: alarm.text,
      limits: null,
      quality: "good",
      atUtc: alarm.sinceUtc,
      alarm: factsOf(alarm),
    }));
}

/** Alarms that are values get what is known of them as alarms; all other values stay as they are. */
export function withAlarmFacts(
  from: AlarmSources,
  values: readonly LiveValueView[],
): readonly LiveValueView[] {
  const present = presentOf(from).filter(({ sourceId }) => sourceId === null);
  if (present.length === 0) return values;
  const factsOf = factsFrom(from);
  return values.map((value) => {
    const alarm = present.find(({ alarmId }) => alarmId === value.signalId);
    if (alarm === undefined) return value;
    return { ...value, atUtc: alarm.sinceUtc ?? value.atUtc, alarm: factsOf(alarm) };
  });
}

function presentOf({ mapping, heard }: AlarmSources): readonly PresentAlarm[] {
  return heard === undefined
    ? []
    : presentAlarms(mapping, { alarms: heard.alarms, values: heard.valueAlarms });
}

/** Acknowledgements are sorted once for all alarms: hundreds of both are looked at with each picture. */
function factsFrom({ state, master, mapping }: AlarmSources): (alarm: PresentAlarm) => AlarmFacts {
  const byAlarm = Map.groupBy(state.acknowledgement.values(), ({ alarmId }) => alarmId);
  return (alarm) => {
    const { severity, isGone, occurrence, takenBy, knownBy } = alarm;
    const { isAcknowledged, mayAcknowledge, last } = standOf(alarm, byAlarm.get(alarm.alarmId) ?? []);
    const advice = adviceFor(mapping.alarmAdvice, knownBy);
    const told = { severity, advice, isGone, occurrence, takenBy, mayAcknowledge, isAcknowledged };
    return { ...told, last: last === undefined ? null : lastOf(last, master) };
  };
}

function lastOf({ personId, atUtc, answer }: Acknowledgement, master: MasterData): AlarmFacts["last"] {
  const personName = master.person.get(personId ?? "")?.name ?? null;
  return { personName, atUtc, outcome: answer?.outcome ?? null };
}
