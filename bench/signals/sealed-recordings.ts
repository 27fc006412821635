import { type Chunk, encodeSegment, openSegment } from "../../main/station/signals/codec/segment-codec.ts";
import { createSampleColumns, type SampleColumns } from "../../main/station/signals/sample-columns.ts";
import type { RecordedSignal, Recording } from "./recordings.ts";

const CHUNK_SAMPLES = 4_096;

/** Recordings as the store seals them, up to 4,096 samples a chunk, 16 signals a segment. Roll-ups are left out. */
export function sealed(recordings: readonly Recording[]): readonly Uint8Array[] {
  return recordings.flatMap(({ signals }) => {
    const longest = Math.max(...signals.map(({ value }) => value.length));
    const pieces = Math.ceil(longest / CHUNK_SAMPLES);
    return Array.from({ length: pieces }, (_, piece) =>
      encodeSegment(signals.map((signal, index) => chunkOf(signal, index + 1, { piece, pieces }))),
    );
  });
}

function chunkOf(
  { atUs, value }: RecordedSignal,
  signal: number,
  { piece, pieces }: { readonly piece: number; readonly pieces: number },
): Chunk {
  const size = Math.ceil(value.length / pieces);
  const from = piece * size;
  const to = Math.min(value.length, from + size);
  const samples = createSampleColumns(to - from);
  samples.length = to - from;
  samples.signal.fill(signal);
  samples.sourceUs.set(atUs.subarray(from, to));
  // These sets know no server and no arrival.
  samples.serverUs.fill(Number.NaN);
  samples.arrivedUs.fill(Number.NaN);
  samples.value.set(value.subarray(from, to));
  return { signal, samples, isReduced: false, rollups: {} };
}

/** Every sample again. @returns how many they are */
export function decodeAll(segments: readonly Uint8Array[], use: (samples: SampleColumns) => void): number {
  let count = 0;
  for (const segment of segments) {
    for (const entry of openSegment(segment)) {
      const samples = entry.samples();
      count += samples.length;
      use(samples);
    }
  }
  return count;
}

/** @throws when one bit of one sample is not what it was */
export function assertExact(recordings: readonly Recording[], segments: readonly Uint8Array[]): void {
  const chunks = segments.flatMap((segment) => openSegment(segment).map((entry) => entry.samples()));
  for (const { name, signals } of recordings) {
    const wanted = signals.map((signal) => ({ ...signal, at: 0 }));
    while (wanted.some(({ at, value }) => at < value.length)) {
      for (const signal of wanted) signal.at += assertChunk(chunks.shift(), signal, name);
    }
  }
}

/** @returns how many samples the chunk held */
function assertChunk(
  chunk: SampleColumns | undefined,
  { atUs, value, at }: RecordedSignal & { readonly at: number },
  name: string,
): number {
  if (chunk === undefined) throw new Error(`${name} ends too early`);
  const to = at + chunk.length;
  const isSame =
    sameBytes(chunk.value, value.subarray(at, to)) && sameBytes(chunk.sourceUs, atUs.subarray(at, to));
  if (!isSame) throw new Error(`${name} did not come back bit for bit`);
  return chunk.length;
}

function sameBytes(left: Float64Array, right: Float64Array): boolean {
  const bytes = (column: Float64Array): Buffer =>
    Buffer.from(column.buffer, column.byteOffset, column.byteLength);
  return bytes(left).equals(bytes(right));
}
