/** A finger that bounces on a key makes the second contact within this time. */
export const BOUNCE_MS = 350;
/** The heel of a hand lands beside the finger within this time. */
const PALM_MS = 150;

export interface Contact {
  readonly key: string;
  readonly atMs: number;
  readonly touch: boolean;
}

/**
 * Whether a press counts. The same key again within `bounceMs` is a bounce; another key within 150 ms is a palm, which
 * only a touch can be: mouse, keyboard and scanner have none.
 */
export function acceptsPress(last: Contact | null, next: Contact, bounceMs: number): boolean {
  if (last === null) return true;
  const sinceMs = next.atMs - last.atMs;
  if (sinceMs < 0) return true;
  if (next.key === last.key) return sinceMs >= bounceMs;
  return !next.touch || sinceMs >= PALM_MS;
}
