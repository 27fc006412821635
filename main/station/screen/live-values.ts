import type { MachineMapping, SignalMapping } from "../../../shared/domain/machines/mapping.ts";
import type { LiveValueView } from "../../../shared/screen/screen-model.ts";
import { type LatestSignal, latestKey } from "../work/memory.ts";

/** What people want to see of a machine; its state and counts have places of their own. */
const SHOWN: readonly SignalMapping["meaning"][] = [
  "measure",
  "speed",
  "program",
  "tool-life",
  "alarm",
  "other",
];

/** Newest values of a machine as the screen shows them. */
export function liveValues(
  { machineId, signals }: MachineMapping,
  latest: ReadonlyMap<string, LatestSignal>,
): readonly LiveValueView[] {
  return signals
    .filter(({ meaning }) => SHOWN.includes(meaning))
    .map((signal) => liveValue(signal, latest.get(latestKey(machineId, signal.signalId))));
}

function liveValue(signal: SignalMapping, latest: LatestSignal | undefined): LiveValueView {
  const { signalId, name = signalId, meaning, unit, limits = null } = signal;
  const shown = { signalId, name, meaning, unit, limits };
  if (latest === undefined) return { ...shown, value: null, quality: "none", atUtc: null };
  const { statusCode, atUs } = latest;
  const value = scaled(latest.value, signal.scale);
  return { ...shown, value, quality: qualityOf(statusCode), atUtc: new Date(atUs / 1_000).toISOString() };
}

function scaled(value: number | string, scale = 1): LiveValueView["value"] {
  if (typeof value === "string") return value;
  return Number.isFinite(value) ? value * scale : null;
}

/** OPC UA Part 4, 7.39: the two highest bits. */
function qualityOf(statusCode: number): LiveValueView["quality"] {
  const severity = statusCode >>> 30;
  if (severity === 0) return "good";
  return severity === 1 ? "uncertain" : "bad";
}
