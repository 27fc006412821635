import { GENESIS_HASH, type JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Head } from "../../shared/protocol/messages.ts";
import type { Queries } from "../database/database.ts";

export interface StoredVerdict {
  readonly seq: number;
  readonly verdict: "applied" | "rejected" | "parked";
  readonly code: string | null;
}

/** What is held of one epoch of a station; the genesis head when nothing is. */
export async function readHead(db: Queries, stationId: string, epoch: string): Promise<Head> {
  const rows = await db.query<Head>(
    `SELECT epoch, last_seq AS seq, last_hash AS hash FROM station_epoch WHERE station_id = $1 AND epoch = $2`,
    [stationId, epoch],
  );
  return rows[0] ?? { epoch, seq: 0, hash: GENESIS_HASH };
}

export async function writeHead(
  tx: Queries,
  stationId: string,
  { head, atUtc }: { readonly head: Head; readonly atUtc: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO station_epoch (station_id, epoch, last_seq, last_hash, opened_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (station_id, epoch) DO UPDATE SET last_seq = excluded.last_seq, last_hash = excluded.last_hash`,
    [stationId, head.epoch, head.seq, head.hash, atUtc],
  );
}

export interface SeqRange {
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
}

export async function readHashes(
  tx: Queries,
  stationId: string,
  range: SeqRange,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ seq: number; hash: string }>(
    "SELECT seq, hash FROM journal_event WHERE station_id = $1 AND epoch = $2 AND seq BETWEEN $3 AND $4",
    [stationId, range.epoch, range.from, range.to],
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

export async function readVerdicts(
  tx: Queries,
  stationId: string,
  range: SeqRange,
): Promise<readonly StoredVerdict[]> {
  return tx.query<StoredVerdict>(
    `SELECT seq, verdict, code FROM journal_event
     WHERE station_id = $1 AND epoch = $2 AND seq BETWEEN $3 AND $4 ORDER BY seq`,
    [stationId, range.epoch, range.from, range.to],
  );
}

/** Where any of these event ids is stored already, by any station. */
export async function readClaims(
  tx: Queries,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ eventId: string; place: string }>(
    `SELECT event_id AS "eventId", station_id || '/' || epoch || '/' || seq AS place FROM journal_event
     WHERE event_id = ANY(ARRAY(SELECT json_array_elements_text($1::text::json)))`,
    [JSON.stringify(eventIds)],
  );
  return new Map(rows.map(({ eventId, place }) => [eventId, place]));
}

export interface JudgedEntry {
  readonly entry: JournalEntry;
  readonly verdict: StoredVerdict["verdict"];
  readonly code: string | null;
}

/** Stores entries in the order given; UNIQUE on (station, epoch, seq) and on the event id (I-4). */
export async function insertEntries(
  tx: Queries,
  stationId: string,
  { judged, atUtc }: { readonly judged: readonly JudgedEntry[]; readonly atUtc: string },
): Promise<void> {
  const rows = judged.map(({ entry, verdict, code }) => ({ ...entry, verdict, code }));
  await tx.query(
    `INSERT INTO journal_event (station_id, epoch, seq, event_id, intent_id, type, version, at_utc, mono_ns, boot_id,
       mes_offset_ms, clock_state, actor, auth, work_unit, job_order, payload, prev_hash, hash, received_at, verdict, code)
     SELECT $1, epoch, seq, "eventId", "intentId", type, version, "atUtc", "monoNs", "bootId", "mesOffsetMs",
       "clockState", actor, auth, "workUnit", "jobOrder", payload, "prevHash", hash, $3::timestamptz, verdict, code
     FROM json_to_recordset($2::text::json) AS entry (epoch text, seq bigint, "eventId" text, "intentId" text,
       type text, version bigint, "atUtc" text, "monoNs" text, "bootId" text, "mesOffsetMs" bigint,
       "clockState" text, actor text, auth text, "workUnit" text, "jobOrder" text, payload text, "prevHash" text,
       hash text, verdict text, code text)
     ORDER BY seq`,
    [stationId, JSON.stringify(rows), atUtc],
  );
}

export interface QuarantinedEntry {
  readonly entry: JournalEntry;
  readonly storedHash: string | null;
  readonly reason: string;
}

/** Keeps what a station sent beside what is stored; the stored one is never overwritten. Sent again: kept once. */
export async function quarantine(
  tx: Queries,
  stationId: string,
  { forked, atUtc }: { readonly forked: QuarantinedEntry; readonly atUtc: string },
): Promise<void> {
  const { entry, storedHash, reason } = forked;
  await tx.query(
    `INSERT INTO quarantine (station_id, epoch, seq, offered_hash, stored_hash, reason, entry, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [stationId, entry.epoch, entry.seq, entry.hash, storedHash, reason, JSON.stringify(entry), atUtc],
  );
}
