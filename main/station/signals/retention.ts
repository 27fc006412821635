import type { SignalStorage } from "./signal-storage.ts";

export interface RetentionLimits {
  readonly longestUs: number;
  readonly mostBytes: number;
  /** Keep what the MES has not got, whatever age and size say. */
  readonly keepUnsent: boolean;
}

/** Deleting is writing: a few at a time. */
const AT_ONCE = 8;

/** Name of the mark: the last segment whose roll-ups the MES has. */
export const SENT_MARK = "sent";

/**
 * Deletes what is too old, then, while the file is too large, the oldest. What has not been sent stays, and the file grows
 * over its limit rather than lose it.
 *
 * @returns whether there may be more to delete
 */
export function clearAway(storage: SignalStorage, limits: RetentionLimits, nowUs: number): boolean {
  const lastId = limits.keepUnsent ? (storage.mark(SENT_MARK) ?? 0) : Number.MAX_SAFE_INTEGER;
  const oldestUs = nowUs - limits.longestUs;
  let deleted = 0;
  storage.transaction(() => {
    deleted = storage.deleteSegments({ lastId, sealedBeforeUs: oldestUs, most: AT_ONCE });
    storage.deleteGapsAndTextsBefore(oldestUs);
    if (deleted > 0 || storage.usedBytes() <= limits.mostBytes) return;
    deleted = storage.deleteSegments({ lastId, sealedBeforeUs: Number.MAX_VALUE, most: AT_ONCE });
  });
  return deleted > 0;
}
