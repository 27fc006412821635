import type { LiveValueView } from "../../../shared/screen/screen-model.ts";

/** Alarms that are active now: true, not 0 or not empty, and told in good quality. */
export function activeAlarms(values: readonly LiveValueView[]): readonly LiveValueView[] {
  return values.filter(
    ({ meaning, value, quality }) =>
      meaning === "alarm" && quality === "good" && value !== null && value !== 0 && value !== "",
  );
}
