import { DamagedChunk } from "../codec/damaged-chunk.ts";
import type { RollupLevel } from "../codec/segment-codec.ts";
import { inOrderOfTime } from "../in-order-of-time.ts";
import type { Break } from "../rollup/rollup-builder.ts";
import type { ChunkRollup } from "../rollup/rollup-columns.ts";
import { copyRows, createSampleColumns, type SampleColumns } from "../sample-columns.ts";
import type { Piece, SignalPieces } from "./signal-pieces.ts";

/** Takes the history of one signal in order of time. */
export interface PieceSink {
  addSamples(rows: SampleColumns): void;
  addRollup(rollup: ChunkRollup, span: { readonly fromUs: number; readonly toUs: number }): void;
}

export interface WalkOptions {
  /** undefined: samples only. */
  readonly level: RollupLevel | undefined;
  /** Ascending. Inside a piece they make its roll-up wrong, which was computed without knowing them. */
  readonly breaks: readonly Break[];
}

/**
 * Hands every piece on: by its roll-up where it stands alone in its time, by its samples where pieces overlap because
 * values came late. What cannot be read is added to `damaged`.
 */
export function walkPieces({ pieces, damaged }: SignalPieces, sink: PieceSink, options: WalkOptions): void {
  for (let from = 0; from < pieces.length; ) {
    const to = endOfCluster(pieces, from);
    const cluster = pieces.slice(from, to);
    const [only] = cluster;
    const rollup = to - from === 1 && only !== undefined ? rollupOf(only, options) : undefined;
    if (rollup !== undefined && only !== undefined) sink.addRollup(rollup, only);
    else sink.addSamples(samplesOf(cluster, damaged));
    from = to;
  }
}

/** A roll-up that cannot be read is no loss while the samples can. */
function rollupOf(piece: Piece, { level, breaks }: WalkOptions): ChunkRollup | undefined {
  if (level === undefined) return undefined;
  const isBroken =
    !piece.isReduced && breaks.some((gap) => gap.fromUs < piece.toUs && gap.toUs > piece.fromUs);
  if (isBroken) return undefined;
  try {
    return piece.rollup(level);
  } catch (cause) {
    if (cause instanceof DamagedChunk) return undefined;
    throw cause;
  }
}

function endOfCluster(pieces: readonly Piece[], from: number): number {
  let endUs = pieces[from]?.toUs ?? 0;
  let to = from + 1;
  while (to < pieces.length && (pieces[to]?.fromUs ?? 0) < endUs) {
    endUs = Math.max(endUs, pieces[to]?.toUs ?? 0);
    to += 1;
  }
  return to;
}

function samplesOf(cluster: readonly Piece[], damaged: Break[]): SampleColumns {
  const parts: SampleColumns[] = [];
  for (const piece of cluster) {
    try {
      parts.push(piece.samples());
    } catch (cause) {
      if (!(cause instanceof DamagedChunk)) throw cause;
      damaged.push({ fromUs: piece.fromUs, toUs: piece.toUs });
    }
  }
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : merged(parts);
}

function merged(parts: readonly SampleColumns[]): SampleColumns {
  const all = createSampleColumns(parts.reduce((sum, part) => sum + part.length, 0));
  for (const part of parts) copyRows(all, part);
  return inOrderOfTime(all);
}
