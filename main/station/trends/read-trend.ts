import type { MachineTrend, SignalTrend } from "../../../shared/screen/machine-trend.ts";
import type { SignalReader, Trend } from "../signals/signal-reader-port.ts";
import { readAlarms } from "./read-alarms.ts";
import type { ReadTrend, TrendRequest } from "./trend-request.ts";

const US_PER_MS = 1_000;
const DIGITS = 6;

/**
 * The curves of one machine as a screen draws them.
 *
 * @param reader undefined: nothing was ever stored
 */
export function readTrend(
  reader: SignalReader | undefined,
  request: TrendRequest,
  states: MachineTrend["states"],
): ReadTrend {
  const { fromMs, toMs, machineId, points } = request;
  const known = reader?.signals().filter((signal) => signal.machineId === machineId) ?? [];
  const numbers = new Map(known.map(({ signalId, number }) => [signalId, number]));
  const wanted = request.signals.flatMap(({ signalId }) => numbers.get(signalId) ?? []);
  const span = { fromUs: fromMs * US_PER_MS, toUs: toMs * US_PER_MS };
  const trends = wanted.length === 0 ? [] : (reader?.trend({ ...span, signals: wanted, points }) ?? []);
  const byNumber = new Map(trends.map((trend) => [trend.signal, trend]));
  return {
    fromMs,
    toMs,
    states,
    alarms: reader === undefined ? [] : readAlarms(reader, request, numbers),
    signals: request.signals.map(({ signalId, scale }) => {
      const trend = byNumber.get(numbers.get(signalId) ?? -1);
      return trend === undefined
        ? { signalId, atMs: [], value: [] }
        : curveOf(trend, { signalId, scale, fromMs, toMs });
    }),
  };
}

interface CurveParts {
  readonly signalId: string;
  readonly scale: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** A value is in force until the next one, so the last one reaches the end of the window unless a gap ended it. */
function curveOf({ atUs, value, usable }: Trend, { signalId, scale, fromMs, toMs }: CurveParts): SignalTrend {
  const at: number[] = [];
  const values: (number | null)[] = [];
  for (let row = 0; row < atUs.length; row += 1) {
    at.push(Math.round((atUs[row] ?? 0) / US_PER_MS - fromMs));
    values.push(usable[row] === 1 ? Number(((value[row] ?? 0) * scale).toPrecision(DIGITS)) : null);
  }
  const last = values.at(-1);
  if (last !== undefined && last !== null) {
    at.push(toMs - fromMs);
    values.push(last);
  }
  return { signalId, atMs: at, value: values };
}
