import type { Head } from "../../../shared/protocol/messages.ts";

/**
 * Compares the journal with its mark outside of the database at start.
 *
 * @param mark null when it is missing: nothing then proves that the journal is the newest there was
 * @returns true when the journal may have lost entries that were there before, so the epoch must not be continued (I-6)
 */
export function isRolledBack(
  mark: Head | null,
  hashAt: (epoch: string, seq: number) => string | undefined,
): boolean {
  return mark === null || hashAt(mark.epoch, mark.seq) !== mark.hash;
}
