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
      alarm: factsOf(from, alarm),
    }));
}

/** Alarms that are values get what is known of them as alarms; all other values stay as they are. */
export function withAlarmFacts(
  from: AlarmSources,
  values: readonly LiveValueView[],
): readonly LiveValueView[] {
  const present = presentOf(from).filter(({ sourceId }) => sourceId === null);
  if (present.length === 0) return values;
  return values.map((value) => {
    const alarm = present.find(({ alarmId }) => alarmId === value.signalId);
    if (alarm === undefined) return value;
    return { ...value, atUtc: alarm.sinceUtc ?? value.atUtc, alarm: factsOf(from, alarm) };
  });
}

function presentOf({ mapping, heard }: AlarmSources): readonly PresentAlarm[] {
  return heard === undefined
    ? []
    : presentAlarms(mapping, { alarms: heard.alarms, values: heard.valueAlarms });
}

function factsOf({ state, master, mapping }: AlarmSources, alarm: PresentAlarm): AlarmFacts {
  const { severity, isGone, occurrence, takenBy, knownBy } = alarm;
  const { isAcknowledged, mayAcknowledge, last } = standOf(alarm, state.acknowledgement.values());
  return {
    severity,
    advice: adviceFor(mapping.alarmAdvice, knownBy),
    isGone,
    occurrence,
    takenBy,
    mayAcknowledge,
    isAcknowledged,
    last:
      last === undefined
        ? null
        : {
            personName: master.person.get(last.personId ?? "")?.name ?? null,
            atUtc: last.atUtc,
            outcome: last.answer?.outcome ?? null,
          },
  };
}
