import type { MeasuredPiece } from "../../../shared/screen/screen-model.ts";

export interface PieceSlot {
  /** From 1. */
  readonly piece: number;
  readonly measured: MeasuredPiece | null;
  /** Drawn large: the one just measured, or the first while there is none. */
  readonly large: boolean;
  /** The next value is for this piece. */
  readonly next: boolean;
}

/** The slots of a sample that fit on screen, around the piece that was measured last. */
export function pieceSlots(
  pieces: readonly MeasuredPiece[],
  sampleSize: number,
  most: number,
): readonly PieceSlot[] {
  const done = pieces.length;
  const largePiece = Math.max(1, done);
  const count = Math.min(sampleSize, most);
  const first = Math.max(1, Math.min(sampleSize - count + 1, largePiece - count + 2));
  return Array.from({ length: count }, (_, index) => {
    const piece = first + index;
    return {
      piece,
      measured: pieces[piece - 1] ?? null,
      large: piece === largePiece,
      next: piece === done + 1,
    };
  });
}
