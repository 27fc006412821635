import type { Decimal } from "../../lib/decimal.ts";

export interface SamplePiece {
  readonly eventId: string;
  readonly piece: number;
  readonly value: Decimal;
  readonly result: "inside" | "below" | "above";
  readonly source: "pad" | "gauge";
}

export interface FinishedSample {
  readonly sample: number;
  readonly mean: number;
  readonly range: number;
}

/** Samples of one characteristic on one order. A full sample moves to `history` when the next piece is measured. */
export interface SampleProgress {
  readonly jobOrderId: string;
  readonly characteristicId: string;
  readonly sample: number;
  readonly sampleSize: number;
  readonly pieces: readonly SamplePiece[];
  readonly history: readonly FinishedSample[];
  /** Produced pieces of the order when the present sample began; null before the first. */
  readonly beganAtProduced: number | null;
}

export const KEPT_SAMPLES = 25;

export function sampleKey(jobOrderId: string, characteristicId: string): string {
  return `${jobOrderId}|${characteristicId}`;
}

export function newSampleProgress(
  jobOrderId: string,
  characteristicId: string,
  sampleSize: number,
): SampleProgress {
  return {
    jobOrderId,
    characteristicId,
    sample: 1,
    sampleSize,
    pieces: [],
    history: [],
    beganAtProduced: null,
  };
}

/** Number of the piece to measure next: the first one without a value, so a withdrawn one is measured again. */
export function nextPiece(progress: SampleProgress): number {
  const measured = new Set(progress.pieces.map(({ piece }) => piece));
  let piece = 1;
  while (measured.has(piece)) piece += 1;
  return piece;
}

export function isFull(progress: SampleProgress): boolean {
  return progress.pieces.length >= progress.sampleSize;
}
