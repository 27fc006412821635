import { PROTOCOL_VERSION } from "../../shared/protocol/messages.ts";
import type { RollupBucket, RollupSeries, RollupUpload } from "../../shared/protocol/signal-messages.ts";

export function bucket(startSeconds: number, last: number, change: Partial<RollupBucket> = {}): RollupBucket {
  const columns = { min: last, max: last, first: last, last };
  return { startSeconds, count: 3, bad: 0, ...columns, integral: last * 60, coveredSeconds: 60, ...change };
}

export function series(
  buckets: readonly RollupBucket[],
  change: Partial<Omit<RollupSeries, "buckets">> = {},
): RollupSeries {
  const signal = { machineId: "lathe", signalId: "load", meaning: "measure", unit: "%", scale: 1 };
  return { ...signal, bucketSeconds: 60, buckets: [...buckets], ...change };
}

export function rollupUpload(change: Partial<RollupUpload> = {}): RollupUpload {
  return {
    protocolVersion: PROTOCOL_VERSION,
    afterRevision: 0,
    storeId: "store-1",
    upTo: 0,
    machines: [],
    series: [],
    gaps: [],
    ...change,
  };
}
