/** How the station ends, for whoever starts it. */
export const exitCodes = {
  /** Asked to stop. */
  done: 0,
  /** A surprise: log written, start it again. */
  crashed: 1,
  /** It must not run like this: a person has to act, starting it again changes nothing. */
  refused: 3,
  /** The disk failed under a booking: start it again, it verifies its data first. */
  distrusted: 4,
} as const;
