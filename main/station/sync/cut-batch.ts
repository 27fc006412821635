import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";

/**
 * The longest beginning of `entries` whose JSON stays within `maxBytes`; never fewer than one, because an entry that
 * is too large on its own must be seen to be refused, not wait for ever.
 *
 * @param bytesOf UTF-8 length of a text
 */
export function cutBatch(
  entries: readonly JournalEntry[],
  maxBytes: number,
  bytesOf: (text: string) => number,
): readonly JournalEntry[] {
  let total = 0;
  const tooMany = entries.findIndex((entry) => {
    total += bytesOf(JSON.stringify(entry)) + 1;
    return total > maxBytes;
  });
  if (tooMany === -1) return entries;
  return entries.slice(0, Math.max(1, tooMany));
}
