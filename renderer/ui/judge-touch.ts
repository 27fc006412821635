/** A glove slides some millimetres while it presses; what goes further than the smallest key is a swipe. */
const SLIDE_PX = 64;

/** A hand that has lain on a key for so long is not pressing it. */
const RESTING_MS = 500;

export interface TouchDown {
  readonly atMs: number;
  /** On a key that acts when it is let go; those that act at once are typed on with two thumbs. */
  readonly isOnKey: boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Nothing here is swiped, and a swipe over a wide key does not press it. */
export function isSwipe(from: Place, to: Place): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > SLIDE_PX;
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
