import { createHash, randomUUID } from "node:crypto";
import { chainHash } from "../../shared/protocol/chain.ts";
import { GENESIS_HASH, type JournalEntry } from "../../shared/protocol/journal-entry.ts";
import { PROTOCOL_VERSION, type Upload } from "../../shared/protocol/messages.ts";

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

export interface EntryDraft {
  readonly jobOrder?: string | null;
  readonly actor?: string | null;
  readonly version?: number;
  readonly atUtc?: string;
  readonly mesOffsetMs?: number;
  readonly eventId?: string;
  readonly workUnit?: string;
  /** The payload as text, where a test wants something that JSON.stringify does not write. */
  readonly rawPayload?: string;
}

/** A journal as a station keeps it: dense, chained and hashed. */
export interface StationJournal {
  readonly epoch: string;
  readonly entries: readonly JournalEntry[];
  record(type: string, payload: object, draft?: EntryDraft): JournalEntry;
  /** The batch of entries `from` to `to`, both counted from 1 and inclusive. */
  upload(from?: number, to?: number): Upload;
}

export function createStationJournal(epoch: string = randomUUID()): StationJournal {
  const entries: JournalEntry[] = [];
  return {
    epoch,
    entries,
    record: (type, payload, draft = {}) => {
      const entry = seal(epoch, { type, payload, draft, previous: entries.at(-1) });
      entries.push(entry);
      return entry;
    },
    upload: (from = 1, to = entries.length) => uploadOf(epoch, entries.slice(from - 1, to)),
  };
}

/** A batch of exactly these entries, with the position that the first of them claims. */
export function uploadOf(epoch: string, events: readonly JournalEntry[]): Upload {
  const [first] = events;
  return {
    protocolVersion: PROTOCOL_VERSION,
    epoch,
    afterSeq: (first?.seq ?? 1) - 1,
    afterHash: first?.prevHash ?? GENESIS_HASH,
    events: [...events],
  };
}

/** Hashes an entry again after a test has changed it. */
export function reseal(entry: JournalEntry): JournalEntry {
  return { ...entry, hash: chainHash(entry, sha256) };
}

interface Sealing {
  readonly type: string;
  readonly payload: object;
  readonly draft: EntryDraft;
  readonly previous: JournalEntry | undefined;
}

function seal(epoch: string, { type, payload, draft, previous }: Sealing): JournalEntry {
  const seq = (previous?.seq ?? 0) + 1;
  return reseal({
    epoch,
    seq,
    eventId: draft.eventId ?? randomUUID(),
    intentId: randomUUID(),
    type,
    version: draft.version ?? 1,
    atUtc: draft.atUtc ?? new Date(Date.UTC(2026, 10, 22, 8) + seq * 1_000).toISOString(),
    monoNs: String(seq * 1_000_000_000),
    bootId: "boot-1",
    mesOffsetMs: draft.mesOffsetMs ?? null,
    clockState: "trusted",
    actor: draft.actor ?? null,
    auth: "badge",
    workUnit: draft.workUnit ?? "CNC-2",
    jobOrder: draft.jobOrder ?? null,
    payload: draft.rawPayload ?? JSON.stringify(payload),
    prevHash: previous?.hash ?? GENESIS_HASH,
    hash: "",
  });
}
