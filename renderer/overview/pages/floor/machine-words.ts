import type { IntlShape } from "react-intl";
import type { MachineState } from "../../../../shared/domain/machines/machine-state.ts";
import type { FloorMachine, MachineGap, MachineSpeed } from "../../../../shared/protocol/pages.ts";
import { ageMs } from "../../data/mes-clock.ts";
import { formatAge } from "../../format/age.ts";
import { formatMoment } from "../../format/moment.ts";

/** From here on a speed is no longer now, and says how old it is. */
const SPEED_IS_OLD_MS = 3 * 60_000;
/** Tenths say nothing of so many pieces. */
const MANY = 100;

/** How fast, with its age when it is not of the last minutes; null when nobody knows. */
export function speedWords(intl: IntlShape, speed: MachineSpeed | null, nowMs: number): string | null {
  if (speed === null) return null;
  const value = intl.formatNumber(speed.value, { maximumFractionDigits: speed.value >= MANY ? 0 : 1 });
  const words =
    speed.kind === "measured"
      ? `${value} ${speed.unit}`.trimEnd()
      : intl.formatMessage({ id: "machine.pieces" }, { value });
  const oldMs = ageMs(speed.atUtc, nowMs);
  if (oldMs < SPEED_IS_OLD_MS) return words;
  return intl.formatMessage({ id: "machine.speedOld" }, { words, age: formatAge(intl, oldMs) });
}

/** State and how long it has lasted. */
export function machineStateWords(
  intl: IntlShape,
  { state, stateSinceUtc }: Pick<FloorMachine, "state" | "stateSinceUtc">,
  nowMs: number,
): { readonly word: string; readonly age: string | null } {
  const word = intl.formatMessage({ id: `machine.state.${state ?? "no-data"}` });
  return { word, age: stateSinceUtc === null ? null : formatAge(intl, ageMs(stateSinceUtc, nowMs)) };
}

/** When values were last missing, for how long and why. */
export function gapWords(intl: IntlShape, gap: MachineGap | null, nowMs: number): string {
  if (gap === null) return intl.formatMessage({ id: "machine.noGap" });
  const time = formatMoment(intl, gap.fromUtc, nowMs);
  const cause = intl.formatMessage({ id: `machine.gap.${gap.cause}` });
  const endMs = gap.toUtc === null ? nowMs : Date.parse(gap.toUtc);
  const length = formatAge(intl, Math.max(0, endMs - Date.parse(gap.fromUtc)));
  const id = gap.toUtc === null ? "machine.gapLasts" : "machine.gapWas";
  return intl.formatMessage({ id }, { time, length, cause });
}

/** Where the only machine of a station needs one line: its speed, and when values were last missing. */
export function speedAndGap(intl: IntlShape, { speed, lastGap }: FloorMachine, nowMs: number): string {
  const known = speedWords(intl, speed, nowMs);
  // A gap that lasts explains why there is no speed, and must not lose its place to that.
  if (known === null && lastGap?.toUtc === null) return gapWords(intl, lastGap, nowMs);
  const words = known ?? intl.formatMessage({ id: "machine.noSpeed" });
  return `${words} · ${gapWords(intl, lastGap, nowMs)}`;
}

/** What someone should look at comes first. */
const byGravity: readonly MachineState[] = [
  "fault",
  "stopped",
  "no-data",
  "idle",
  "set-up",
  "no-shift",
  "running",
];

/** Where there is no room for every machine: how many are in which state. */
export function stateCounts(intl: IntlShape, machines: readonly FloorMachine[]): string {
  const counted = Map.groupBy(machines, ({ state }) => state ?? "no-data");
  return byGravity
    .flatMap((state) => {
      const count = counted.get(state)?.length ?? 0;
      const word = intl.formatMessage({ id: `machine.state.${state}` });
      return count === 0 ? [] : [`${word}\u00a0${intl.formatNumber(count)}`];
    })
    .join(" · ");
}
