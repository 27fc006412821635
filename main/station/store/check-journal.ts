import type { Sha256 } from "../../../shared/lib/ids.ts";
import { chainHash } from "../../../shared/protocol/chain.ts";
import { GENESIS_HASH, type JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Head } from "../../../shared/protocol/messages.ts";
import type { Database } from "./sqlite.ts";

/** A difference between what is and what must be, in words a plant's IT understands. */
export interface Difference {
  readonly check: "integrity" | "chain" | "sidecar" | "projection";
  readonly where: string;
  readonly what: string;
}

/** SQLite's own page check. `quick` leaves out the comparison of indexes with tables. */
export function checkIntegrity(database: Database, depth: "quick" | "full"): readonly Difference[] {
  const rows = database.pragma(depth === "quick" ? "quick_check(20)" : "integrity_check(20)") as Record<
    string,
    string
  >[];
  const lines = rows.map((row) => Object.values(row)[0] ?? "").filter((line) => line !== "ok");
  const what = depth === "quick" ? lines : [...lines, ...strayEntries(database)];
  return what.map((line) => ({ check: "integrity", where: "journal.db", what: line }));
}

/** Entries of an epoch that does not exist are on no chain, so no other check would ever look at them. */
function strayEntries(database: Database): readonly string[] {
  const stray = database
    .prepare<[], string>("SELECT DISTINCT epoch FROM journal WHERE epoch NOT IN (SELECT epoch FROM epoch)")
    .pluck()
    .all();
  return stray.map((epoch) => `there are entries of an epoch ${epoch} that was never opened`);
}

/** Follows one epoch: dense sequence, each entry pointing at the one before, each hash its own content's. */
export function checkChain(entries: Iterable<JournalEntry>, sha256: Sha256): readonly Difference[] {
  const differences: Difference[] = [];
  let previous: { epoch: string; seq: number; hash: string } | undefined;
  for (const entry of entries) {
    const before = previous?.epoch === entry.epoch ? previous : { seq: 0, hash: GENESIS_HASH };
    const what = linkFault(entry, before, sha256);
    if (what !== undefined) differences.push({ check: "chain", where: `${entry.epoch}/${entry.seq}`, what });
    previous = entry;
  }
  return differences;
}

function linkFault(
  entry: JournalEntry,
  before: { readonly seq: number; readonly hash: string },
  sha256: Sha256,
): string | undefined {
  if (entry.seq !== before.seq + 1) return `entry ${before.seq + 1} is missing`;
  if (entry.prevHash !== before.hash) return "does not follow the entry before it: one of them was changed";
  const { hash, ...unsealed } = entry;
  return chainHash(unsealed, sha256) === hash ? undefined : "its content was changed after it was recorded";
}

/** The mark outside of the database may be behind the journal, never ahead of it (I-6). */
export function checkSidecar(
  mark: Head | null,
  hashAt: (epoch: string, seq: number) => string | undefined,
): readonly Difference[] {
  if (mark === null)
    return [{ check: "sidecar", where: "journal.head", what: "there is no high-water mark" }];
  const own = hashAt(mark.epoch, mark.seq);
  if (own === mark.hash) return [];
  const what =
    own === undefined
      ? "the journal ends before it: the database was put back to an older state"
      : "the journal holds another entry there: the database was exchanged";
  return [{ check: "sidecar", where: `${mark.epoch}/${mark.seq}`, what }];
}
