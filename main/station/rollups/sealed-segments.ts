import type { RollupSeries } from "../../../shared/protocol/signal-messages.ts";
import type { RollupChanges, Span } from "../signals/signal-reader-port.ts";
import type { RollupPosition } from "../sync/rollup-port.ts";
import type { Slice, SliceParts } from "./slice.ts";

const MINUTE_US = 60e6;
/** The next part of the segments the MES lacks, oldest first. Without any, it has all. */
export function sealedSegments(position: RollupPosition, parts: SliceParts): Slice {
  let at: RollupPosition = position;
  for (;;) {
    const { spans, upTo } = parts.reader.rollupsChangedAfter(at.upTo, 1);
    const [span] = spans;
    if (span === undefined) return { series: [], next: at };
    const slice = partOfSegment(at, { span, upTo }, parts);
    if (slice.series.length > 0) return slice;
    at = slice.next;
  }
}

interface NextSegment {
  readonly span: RollupChanges["spans"][number];
  readonly upTo: number;
}

function partOfSegment(at: RollupPosition, { span, upTo }: NextSegment, parts: SliceParts): Slice {
  const minutes = Math.max(1, Math.floor(parts.limit / Math.max(1, span.signals.length)));
  const beginUs = Math.floor(Math.max(at.insideUs ?? span.fromUs, at.keptFromUs) / MINUTE_US) * MINUTE_US;
  const endUs = beginUs + minutes * MINUTE_US;
  const isLast = endUs >= span.toUs;
  const next = isLast ? { ...at, upTo, insideUs: null } : { ...at, insideUs: endUs };
  if (beginUs >= span.toUs) return { series: [], next };
  return { series: seriesOfAll(span, { fromUs: beginUs, toUs: isLast ? span.toUs : endUs }, parts), next };
}

function seriesOfAll(
  { signals }: NextSegment["span"],
  part: Span,
  { seriesOf }: SliceParts,
): readonly RollupSeries[] {
  return signals.flatMap((signal) => [
    ...asList(seriesOf(signal, "minute", part)),
    ...asList(seriesOf(signal, "hour", part)),
  ]);
}

function asList<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
