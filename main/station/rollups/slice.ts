import type { RollupSeries } from "../../../shared/protocol/signal-messages.ts";
import type { RegisteredSignal } from "../signals/signal-identity.ts";
import type { SignalReader } from "../signals/signal-reader-port.ts";
import type { RollupPosition } from "../sync/rollup-port.ts";
import type { SeriesReader } from "./series-of.ts";

/** Some buckets, and where sending is when they have arrived. */
export interface Slice {
  readonly series: readonly RollupSeries[];
  readonly next: RollupPosition;
}

/** What slices are cut from. */
export interface SliceParts {
  readonly reader: SignalReader;
  readonly signals: readonly RegisteredSignal[];
  readonly seriesOf: SeriesReader;
  /** Most buckets, about. */
  readonly limit: number;
}
