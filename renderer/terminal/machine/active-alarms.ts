import type { LiveValueView } from "../../../shared/screen/screen-model.ts";

/** Alarms that are active now: true, not 0 or not empty, and told in good quality; or over and waiting for a person. */
export function activeAlarms(values: readonly LiveValueView[]): readonly LiveValueView[] {
  return values.filter(
    ({ meaning, value, quality }) =>
      meaning === "alarm" && quality === "good" && value !== null && value !== 0 && value !== "",
  );
}

/** OPC UA severity of an alarm that does not tell one: between a warning and a fault. */
const UNKNOWN_SEVERITY = 500;

/** The gravest first, of the same severity the newest. */
export function worstAlarmFirst(alarms: readonly LiveValueView[]): readonly LiveValueView[] {
  const severityOf = ({ alarm }: LiveValueView) => alarm?.severity ?? UNKNOWN_SEVERITY;
  return alarms.toSorted((left, right) => severityOf(right) - severityOf(left) || atMs(right) - atMs(left));
}

/** Those that nobody has acknowledged before the others; the gravest first among them. */
export function openAlarmFirst(alarms: readonly LiveValueView[]): readonly LiveValueView[] {
  const isSeen = ({ alarm }: LiveValueView) => Number(alarm?.mayAcknowledge !== true);
  return worstAlarmFirst(alarms).toSorted((left, right) => isSeen(left) - isSeen(right));
}

/** When an alarm came, by the machine's clock; 0: it gave no time. */
export function atMs({ atUtc }: LiveValueView): number {
  return atUtc === null ? 0 : Date.parse(atUtc);
}
