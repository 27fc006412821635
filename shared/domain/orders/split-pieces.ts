/** An order that takes part in what a machine makes; of `weight` pieces of a round it gets as many. */
export interface PieceShare {
  readonly jobOrderId: string;
  /** Pieces per cycle of the order; whole and positive. */
  readonly weight: number;
}

export interface PieceSplit {
  /** Pieces of each share, in the order of the shares; they add up to what was split. */
  readonly parts: readonly number[];
  /** How far the round has come: where the next pieces go on. */
  readonly phase: number;
}

/**
 * Splits whole pieces among orders that run together: a round has as many pieces as all weights add up to, and after a
 * round each order has exactly its weight. Within a round a piece goes to the order that is furthest behind its part; the
 * rest is carried over as the phase, so nothing drifts however the pieces come in (SE-13).
 */
export function splitPieces(pieces: number, shares: readonly PieceShare[], phase: number): PieceSplit {
  const round = shares.reduce((sum, { weight }) => sum + weight, 0);
  const rounds = Math.floor((phase + pieces) / round);
  const next = (phase + pieces) % round;
  const [before, after] = [givenUpTo(phase, shares, round), givenUpTo(next, shares, round)];
  const parts = shares.map(
    ({ weight }, index) => rounds * weight + (after[index] ?? 0) - (before[index] ?? 0),
  );
  return { parts, phase: next };
}

/** What each share has got of the first pieces of a round. */
function givenUpTo(pieces: number, shares: readonly PieceShare[], round: number): readonly number[] {
  const given = shares.map(() => 0);
  for (let piece = 1; piece <= pieces; piece += 1) {
    let [furthest, most] = [0, Number.NEGATIVE_INFINITY];
    shares.forEach(({ weight }, index) => {
      const behind = piece * weight - (given[index] ?? 0) * round;
      if (behind > most) [furthest, most] = [index, behind];
    });
    given[furthest] = (given[furthest] ?? 0) + 1;
  }
  return given;
}

/** Names who takes part and with what weight: with another company the round begins anew. */
export function companyOf(shares: readonly PieceShare[]): string {
  return shares.map(({ jobOrderId, weight }) => `${jobOrderId}:${weight}`).join("|");
}
