import { type MachineMapping, piecesPerCountOf } from "../../../shared/domain/machines/mapping.ts";
import {
  HOUR_SECONDS,
  MINUTE_SECONDS,
  type RollupBucket,
  type RollupSeries,
} from "../../../shared/protocol/signal-messages.ts";
import type { RegisteredSignal } from "../signals/signal-identity.ts";
import type { Rollup, SignalReader, Span } from "../signals/signal-reader-port.ts";

/** @returns the buckets of one signal that touch the span; undefined when there are none */
export type SeriesReader = (
  signal: RegisteredSignal,
  bucket: "minute" | "hour",
  span: Span,
) => RollupSeries | undefined;

const SECONDS = { minute: MINUTE_SECONDS, hour: HOUR_SECONDS } as const;

/** What a signal means is told with its buckets, as the mapping says now. */
export function createSeriesReader(reader: SignalReader, machines: readonly MachineMapping[]): SeriesReader {
  return ({ machineId, signalId, number }, bucket, span) => {
    const buckets = bucketsOf(reader.rollup(number, bucket, span));
    if (buckets.length === 0) return undefined;
    const mapped = machines
      .find((machine) => machine.machineId === machineId)
      ?.signals.find((signal) => signal.signalId === signalId);
    return {
      machineId,
      signalId,
      meaning: mapped?.meaning ?? "other",
      unit: mapped?.unit ?? "",
      scale: (mapped === undefined ? undefined : (piecesPerCountOf(mapped) ?? mapped.scale)) ?? 1,
      bucketSeconds: SECONDS[bucket],
      buckets: [...buckets],
    };
  };
}

function bucketsOf(rollup: Rollup): readonly RollupBucket[] {
  return Array.from(rollup.startUs, (startUs, row) => ({
    startSeconds: Math.round(startUs / 1e6),
    count: rollup.count[row] ?? 0,
    bad: rollup.bad[row] ?? 0,
    min: numberOf(rollup.min[row]),
    max: numberOf(rollup.max[row]),
    first: numberOf(rollup.first[row]),
    last: numberOf(rollup.last[row]),
    integral: numberOf(rollup.integral[row]) ?? 0,
    coveredSeconds: rollup.coveredSeconds[row] ?? 0,
  }));
}

/** JSON has no NaN and no infinity; the sum of values near the end of the range has no meaning either. */
function numberOf(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
