/**
 * Rows that must be told apart by what came later carry a turn that only grows. Neither a wall clock nor an id made from
 * one may decide that: both go back when the clock is set back (I-19), and then the wrong person would be the active one.
 */
export interface Turned {
  readonly turn: number;
}

export function nextTurn(rows: ReadonlyMap<string, Turned>): number {
  let highest = 0;
  for (const { turn } of rows.values()) highest = Math.max(highest, turn);
  return highest + 1;
}

/** For sorting: earlier before later. */
export function byTurn(left: Turned, right: Turned): number {
  return left.turn - right.turn;
}
