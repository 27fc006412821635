import type { AlarmList } from "../../../shared/domain/machines/alarms/alarm-list.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";

/** Alarms told by events, gravest first, as the screen shows all alarms: in the machine's words and with its time. */
export function alarmValues(alarms: AlarmList): readonly LiveValueView[] {
  return alarms
    .toSorted((left, right) => right.severity - left.severity)
    .map(({ signalId, name, text, severity, sourceUtc }) => ({
      signalId,
      name,
      meaning: "alarm",
      unit: "",
      value: text,
      limits: null,
      quality: "good",
      atUtc: sourceUtc,
      severity,
    }));
}
