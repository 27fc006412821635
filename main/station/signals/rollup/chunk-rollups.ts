import { inOrderOfTime } from "../in-order-of-time.ts";
import { filedUs, type SampleColumns } from "../sample-columns.ts";
import { RollupBuilder } from "./rollup-builder.ts";
import { BUCKET_US, type ChunkRollup } from "./rollup-columns.ts";

/** Below this a roll-up is hardly smaller than the samples, and they tell more. */
const SAMPLES_PER_BUCKET = 16;
/** Within a quarter of an hour the minutes say as much as the hour. */
const SHORTEST_FOR_HOUR_US = 900e6;

export type ChunkRollups = Partial<Record<keyof typeof BUCKET_US, ChunkRollup>>;

/** The roll-ups worth keeping beside these samples of one signal. @param always also where they are hardly smaller */
export function chunkRollups(
  samples: SampleColumns,
  always: readonly (keyof typeof BUCKET_US)[] = [],
): ChunkRollups {
  const rollups: ChunkRollups = {};
  if (samples.length === 0) return rollups;
  const ordered = inOrderOfTime(samples);
  const fromUs = filedUs(ordered, 0);
  const toUs = filedUs(ordered, ordered.length - 1) + 1;
  for (const level of ["second", "minute", "hour"] as const) {
    const bucketUs = BUCKET_US[level];
    const buckets = Math.ceil((toUs - fromUs) / bucketUs);
    const isWorth = samples.length >= buckets * SAMPLES_PER_BUCKET;
    const isTooShort = level === "hour" && toUs - fromUs < SHORTEST_FOR_HOUR_US;
    if ((!isWorth || isTooShort) && !always.includes(level)) continue;
    if (buckets > MOST_BUCKETS) continue;
    const builder = new RollupBuilder({ fromUs, toUs, bucketUs, breaks: [] });
    builder.addSamples(ordered);
    rollups[level] = builder.finish();
  }
  return rollups;
}

/** A clock that jumped by decades must not ask for gigabytes. */
const MOST_BUCKETS = 50_000;
