import type { LiveValueView } from "../../../shared/screen/screen-model.ts";

/** Values with a line: numbers that are measured. */
export function trendedValues(values: readonly LiveValueView[]): readonly LiveValueView[] {
  return values.filter(
    ({ meaning, value }) => (meaning === "measure" || meaning === "speed") && typeof value !== "string",
  );
}

/** So many lines the station reads at once. */
const MOST_ASKED = 8;

/** Whose lines are asked for: all that there are, so that the next page of them is there already, if they are few enough. */
export function askedValues(
  trended: readonly LiveValueView[],
  shown: readonly LiveValueView[],
): readonly LiveValueView[] {
  return trended.length <= MOST_ASKED ? trended : shown;
}

/** What has no line of its own on this page: programme and modes first, then measured values of other pages. */
export function otherValues(
  values: readonly LiveValueView[],
  shownAsTrend: readonly LiveValueView[],
): readonly LiveValueView[] {
  const rest = values.filter((one) => one.meaning !== "alarm" && !shownAsTrend.includes(one));
  return rest.toSorted((left, right) => rankOf(left) - rankOf(right));
}

function rankOf({ meaning }: LiveValueView): number {
  return ["program", "tool-life", "speed", "measure", "other"].indexOf(meaning);
}
