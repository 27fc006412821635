/** A booking that the MES refused for good, and that a lead has looked into. */
export interface SeenRejection {
  readonly eventId: string;
  readonly seenUtc: string;
  readonly personId: string | null;
  /** Grows with every one. */
  readonly turn: number;
}

/** How many the station remembers; far more than the newest refusals it shows, so that none of those is asked about twice. */
export const KEPT_SEEN_REJECTIONS = 1_000;
