import type { RollupPosition } from "../sync/rollup-port.ts";
import type { Slice, SliceParts } from "./slice.ts";

const MINUTE_US = 60e6;
/** A head log is sealed after an hour at the latest; what is older comes with its segment. */
const LONGEST_UNSEALED_US = 90 * MINUTE_US;
const SIGNALS_AT_ONCE = 200;

/** Minutes that have closed since the last ones sent, of some signals. Without any, all are sent. */
export function freshMinutes(position: RollupPosition, parts: SliceParts): Slice {
  const closedUs = Math.floor(parts.reader.recordedUntilUs() / MINUTE_US) * MINUTE_US;
  let at: RollupPosition = position;
  while (closedUs > at.freshUs) {
    const slice = someSignals(at, closedUs, parts);
    if (slice.series.length > 0) return slice;
    at = slice.next;
  }
  return { series: [], next: at };
}

function someSignals(at: RollupPosition, closedUs: number, { signals, seriesOf, limit }: SliceParts): Slice {
  const from = at.freshPart?.signals ?? 0;
  const chosen = signals.slice(from, from + Math.min(SIGNALS_AT_ONCE, Math.max(1, limit)));
  const fromUs = Math.max(at.freshUs, closedUs - LONGEST_UNSEALED_US);
  const minutes = Math.max(1, Math.floor(limit / Math.max(1, chosen.length)));
  const toUs = at.freshPart?.toUs ?? Math.min(closedUs, fromUs + minutes * MINUTE_US);
  // The clock of the station may have been set: a span that has no length is over.
  const series =
    fromUs < toUs ? chosen.flatMap((signal) => seriesOf(signal, "minute", { fromUs, toUs }) ?? []) : [];
  const done = from + chosen.length;
  const isWhole = done >= signals.length;
  const next = isWhole
    ? { ...at, freshUs: Math.max(toUs, at.freshUs), freshPart: null }
    : { ...at, freshPart: { toUs, signals: done } };
  return { series, next };
}
