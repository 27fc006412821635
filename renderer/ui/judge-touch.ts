/** A hand that has lain on a key for so long is not pressing it. */
const RESTING_MS = 500;

export interface TouchDown {
  readonly atMs: number;
  /** On a key that acts when it is let go; those that act at once are typed on with two thumbs. */
  readonly isOnKey: boolean;
}

/**
 * What a touch means while others are on the screen: one hand presses one key. Of two keys at once the first one counts,
 * unless a palm has rested on it already: then the new one counts instead.
 */
export function judgeTouch(held: readonly TouchDown[], next: TouchDown): "press" | "palm" | "press-instead" {
  const others = held.filter(({ isOnKey }) => isOnKey);
  if (!next.isOnKey || others.length === 0) return "press";
  return others.every(({ atMs }) => next.atMs - atMs >= RESTING_MS) ? "press-instead" : "palm";
}
