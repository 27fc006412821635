/** A finger that bounces on a key makes the second contact within this time. */
export const BOUNCE_MS = 350;
/** The heel of a hand lands beside the finger within this time. */
const PALM_MS = 150;
/** The second contact of one finger lies this near to the first; two keys are never as near in their middles. */
const FINGER_PX = 24;

export interface Contact {
  readonly key: string;
  readonly atMs: number;
  readonly touch: boolean;
  /** The same for all that one touch leads to until the finger leaves the screen; null: it was none, or nobody watches. */
  readonly finger: number | null;
  /** In the window, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** Within this time the same contact once more is a bounce. */
  readonly bounceMs: number;
}

/**
 * Whether a press counts. The same key again within its bounce time is a bounce, and so is any key that has come up
 * under the finger meanwhile: a double tap that opens a sheet must not choose from it. Another key within 150 ms is a
 * palm, which only a touch can be: mouse, keyboard and scanner have none.
 */
export function acceptsPress(last: Contact | null, next: Contact): boolean {
  if (last === null) return true;
  // A finger that slides off a key and back on has still pressed it once.
  if (next.finger !== null && next.finger === last.finger && next.key === last.key) return false;
  const sinceMs = next.atMs - last.atMs;
  if (sinceMs < 0) return true;
  if (next.key === last.key) return sinceMs >= next.bounceMs;
  if (sinceMs < last.bounceMs && isSamePlace(last, next)) return false;
  return !next.touch || sinceMs >= PALM_MS;
}

function isSamePlace(last: Contact, next: Contact): boolean {
  return Math.hypot(next.x - last.x, next.y - last.y) <= FINGER_PX;
}
