import type { MachineMapping } from "../../../shared/domain/machines/mapping.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import type { RollupPosition, RollupStep } from "../sync/rollup-port.ts";
import { freshMinutes } from "./fresh-minutes.ts";
import { newGaps } from "./new-gaps.ts";
import { sealedSegments } from "./sealed-segments.ts";
import { createSeriesReader } from "./series-of.ts";

export interface ParcelParts {
  readonly reader: SignalReader;
  readonly machines: readonly MachineMapping[];
  /** Most buckets, about. */
  readonly limit: number;
}

/**
 * What to send next: minutes that have just closed, so that people see now what is now; then what segments were sealed
 * since, oldest first, with every late value in it. A minute is thus sent twice, and the second time for good.
 *
 * @returns undefined when the MES has everything, or nothing was ever stored
 */
export function nextParcel(position: RollupPosition, parts: ParcelParts): RollupStep | undefined {
  const { reader, machines } = parts;
  const storeId = reader.storeId();
  if (storeId === undefined) return undefined;
  const signals = reader.signals();
  const from = position.storeId === storeId ? position : { ...position, storeId, upTo: 0, insideUs: null };
  const read = { reader, signals, seriesOf: createSeriesReader(reader, machines), limit: parts.limit };
  const fresh = freshMinutes(from, read);
  const slice = fresh.series.length > 0 ? fresh : sealedSegments(fresh.next, read);
  const { gaps, next } = newGaps(
    slice.next,
    reader.gaps({ fromUs: slice.next.gapsUs, toUs: Number.MAX_VALUE }),
    signals,
  );
  if (slice.series.length === 0 && gaps.length === 0 && next.upTo === from.upTo) return undefined;
  const named = machines.map(({ machineId, name, workUnit }) => ({ machineId, name, workUnit }));
  return {
    parcel: { storeId, upTo: next.upTo, machines: named, series: [...slice.series], gaps: [...gaps] },
    next,
  };
}
