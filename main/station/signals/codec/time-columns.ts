import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { readColumn, writeColumn } from "./column-codec.ts";
import { DamagedChunk } from "./damaged-chunk.ts";
import { roughBits } from "./rough-bits.ts";

/** The three times of samples, row by row. */
export interface TimeColumns {
  readonly sourceUs: Float64Array;
  readonly serverUs: Float64Array;
  readonly arrivedUs: Float64Array;
}

const ALONE = 0;
const AFTER_SOURCE = 1;

/** Source time for itself; the two others as their distance from it where that is exact and shorter. */
export function writeTimes(out: ByteWriter, times: TimeColumns): void {
  writeColumn(out, times.sourceUs);
  writeFollower(out, times.serverUs, times.sourceUs);
  writeFollower(out, times.arrivedUs, times.sourceUs);
}

/** @throws DamagedChunk */
export function readTimes(input: ByteReader, count: number): TimeColumns {
  const sourceUs = readColumn(input, count);
  const serverUs = readFollower(input, sourceUs);
  return { sourceUs, serverUs, arrivedUs: readFollower(input, sourceUs) };
}

/** Values that arrive together share an instant; a server's delay is often the same: the steadier of both is shorter. */
function writeFollower(out: ByteWriter, times: Float64Array, sourceUs: Float64Array): void {
  const distances = exactDistances(times, sourceUs);
  const isShorterAlone = distances === undefined || unsteadiness(times) < unsteadiness(distances);
  out.byte(isShorterAlone ? ALONE : AFTER_SOURCE);
  writeColumn(out, isShorterAlone ? times : distances);
}

const LOOKED_AT = 256;

/** Bits of the changes of its steps. */
function unsteadiness(values: Float64Array): number {
  const changes = new Float64Array(Math.max(0, Math.min(values.length, LOOKED_AT) - 2));
  for (let row = 0; row < changes.length; row += 1) {
    const change = (values[row + 2] ?? 0) - 2 * (values[row + 1] ?? 0) + (values[row] ?? 0);
    changes[row] = Number.isNaN(change) ? 0 : change;
  }
  return roughBits(changes);
}

/** undefined when one would not come back exactly. */
function exactDistances(times: Float64Array, sourceUs: Float64Array): Float64Array | undefined {
  const distances = new Float64Array(times.length);
  for (let row = 0; row < times.length; row += 1) {
    const time = times[row] ?? 0;
    const source = sourceUs[row] ?? 0;
    const distance = time - source;
    if (source + distance !== time || time === 0) return undefined;
    distances[row] = distance;
  }
  return distances;
}

function readFollower(input: ByteReader, sourceUs: Float64Array): Float64Array {
  const kind = input.byte();
  if (kind !== ALONE && kind !== AFTER_SOURCE) throw new DamagedChunk("an unknown kind of time");
  const times = readColumn(input, sourceUs.length);
  if (kind === ALONE) return times;
  for (let row = 0; row < times.length; row += 1) times[row] = (times[row] ?? 0) + (sourceUs[row] ?? 0);
  return times;
}
