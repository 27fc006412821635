export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * Full-jitter exponential back-off.
 *
 * @param attempt failures so far, 1 for the first
 * @param random in [0, 1); passed in so that tests replay
 * @returns milliseconds to wait, between half and the whole of the doubled delay, never above `longestMs`
 */
export function backoffMs(attempt: number, random: number, options: BackoffOptions): number {
  const doublings = Math.min(Math.max(attempt - 1, 0), 30);
  const ceilingMs = Math.min(options.longestMs, options.firstMs * 2 ** doublings);
  return Math.round(ceilingMs / 2 + (ceilingMs / 2) * random);
}
