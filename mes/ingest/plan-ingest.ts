import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Head, Upload } from "../../shared/protocol/messages.ts";

/** What the MES holds that bears on one batch. */
export interface Holdings {
  readonly head: Head;
  /** Hashes stored for the sequence numbers of the batch, where there are any. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Where an event id of the batch is stored already, as "station/epoch/seq". */
  readonly claims: ReadonlyMap<string, string>;
}

export type ForkReason = "content-differs" | "history-differs" | "event-id-reused";

export type IngestPlan =
  /** `known` are stored already with the same hash; `fresh` continue the head. Either may be empty. */
  | { readonly kind: "accept"; readonly known: readonly number[]; readonly fresh: readonly JournalEntry[] }
  | { readonly kind: "gap" }
  | {
      readonly kind: "fork";
      readonly reason: ForkReason;
      readonly entry: JournalEntry;
      readonly storedHash: string | null;
    };

/**
 * I-7: n is accepted only if n = last + 1 and its prevHash matches; n ≤ last with the same hash is a duplicate; the same
 * key with another hash is a fork, and nothing of that batch is taken.
 * The batch has passed checkUpload, so one matching link vouches for all links before it.
 */
export function planIngest(holdings: Holdings, upload: Upload): IngestPlan {
  const { head } = holdings;
  if (upload.afterSeq > head.seq) return { kind: "gap" };
  const known: number[] = [];
  const fresh: JournalEntry[] = [];
  for (const entry of upload.events) {
    const fork = findFork(holdings, entry);
    if (fork !== undefined) return fork;
    if (entry.seq <= head.seq) known.push(entry.seq);
    else fresh.push(entry);
  }
  return { kind: "accept", known, fresh };
}

function findFork(holdings: Holdings, entry: JournalEntry): IngestPlan | undefined {
  const { head, hashes, claims } = holdings;
  if (entry.seq <= head.seq) {
    const storedHash = hashes.get(entry.seq) ?? null;
    if (storedHash === entry.hash) return undefined;
    return { kind: "fork", reason: "content-differs", entry, storedHash };
  }
  if (entry.seq === head.seq + 1 && entry.prevHash !== head.hash)
    return { kind: "fork", reason: "history-differs", entry, storedHash: head.hash };
  if (claims.has(entry.eventId)) return { kind: "fork", reason: "event-id-reused", entry, storedHash: null };
  return undefined;
}
