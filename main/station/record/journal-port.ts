import type { RowChange } from "../../../shared/domain/station-state.ts";
import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";

/** Where the recorder writes. */
export interface JournalPort {
  /**
   * Entries and the rows they change, in one transaction that is on the disk when this returns.
   *
   * @throws an error after which nothing of it is in the journal
   */
  append(entries: readonly JournalEntry[], changes: readonly RowChange[]): void;
  /** The first entry that was booked for an intent. */
  findByIntent(intentId: string): JournalEntry | undefined;
}
