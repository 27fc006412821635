import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import type { Database } from "./sqlite.ts";

/** Reads and inserts of the journal. There is no update and no delete, here or anywhere. */
export interface JournalTable {
  insert(entry: JournalEntry): void;
  findByIntent(intentId: string): JournalEntry | undefined;
  entriesAfter(epoch: string, seq: number, limit: number): readonly JournalEntry[];
  /** @returns undefined when there is no such entry; the genesis hash for seq 0 */
  hashAt(epoch: string, seq: number): string | undefined;
  last(epoch: string): { readonly seq: number; readonly hash: string; readonly atUtc: string } | undefined;
  atUtcOf(epoch: string, seq: number): string | undefined;
}

const COLUMNS = `epoch, seq, event_id AS eventId, intent_id AS intentId, type, version, at_utc AS atUtc,
  mono_ns AS monoNs, boot_id AS bootId, mes_offset_ms AS mesOffsetMs, clock_state AS clockState, actor, auth,
  work_unit AS workUnit, job_order AS jobOrder, payload, prev_hash AS prevHash, hash`;

export function journalTable(database: Database): JournalTable {
  const insert = database.prepare(
    `INSERT INTO journal VALUES (@epoch, @seq, @eventId, @intentId, @type, @version, @atUtc, @monoNs, @bootId,
      @mesOffsetMs, @clockState, @actor, @auth, @workUnit, @jobOrder, @payload, @prevHash, @hash)`,
  );
  const byIntent = database.prepare<[string], JournalEntry>(
    `SELECT ${COLUMNS} FROM journal WHERE intent_id = ?`,
  );
  const after = database.prepare<[string, number, number], JournalEntry>(
    `SELECT ${COLUMNS} FROM journal WHERE epoch = ? AND seq > ? ORDER BY seq LIMIT ?`,
  );
  const hashAt = database.prepare<[string, number], { hash: string; atUtc: string }>(
    "SELECT hash, at_utc AS atUtc FROM journal WHERE epoch = ? AND seq = ?",
  );
  const last = database.prepare<[string], { seq: number; hash: string; atUtc: string }>(
    "SELECT seq, hash, at_utc AS atUtc FROM journal WHERE epoch = ? ORDER BY seq DESC LIMIT 1",
  );
  return {
    insert: (entry) => void insert.run(entry),
    findByIntent: (intentId) => byIntent.get(intentId),
    entriesAfter: (epoch, seq, limit) => after.all(epoch, seq, limit),
    hashAt: (epoch, seq) => (seq === 0 ? GENESIS_HASH : hashAt.get(epoch, seq)?.hash),
    last: (epoch) => last.get(epoch),
    atUtcOf: (epoch, seq) => hashAt.get(epoch, seq)?.atUtc,
  };
}
