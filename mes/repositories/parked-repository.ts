import type { JournalEntry } from "../../shared/protocol/journal-entry.ts";
import type { Queries } from "../database/database.ts";
import type { JudgedEntry } from "./journal-repository.ts";

const ENTRY_COLUMNS = `epoch, seq, event_id AS "eventId", intent_id AS "intentId", type, version, at_utc AS "atUtc",
  mono_ns AS "monoNs", boot_id AS "bootId", mes_offset_ms AS "mesOffsetMs", clock_state AS "clockState", actor, auth,
  work_unit AS "workUnit", job_order AS "jobOrder", payload, prev_hash AS "prevHash", hash`;

export async function stationsWithParked(db: Queries): Promise<readonly string[]> {
  const rows = await db.query<{ stationId: string }>(
    `SELECT DISTINCT station_id AS "stationId" FROM journal_event WHERE verdict = 'parked' ORDER BY 1`,
  );
  return rows.map(({ stationId }) => stationId);
}

/** Parked entries of a station, in the order they arrived; that is their order within every epoch. */
export async function readParked(tx: Queries, stationId: string): Promise<readonly JournalEntry[]> {
  return tx.query<JournalEntry>(
    `SELECT ${ENTRY_COLUMNS} FROM journal_event WHERE station_id = $1 AND verdict = 'parked' ORDER BY arrival`,
    [stationId],
  );
}

/** The only change stored events ever see: what the MES makes of them. */
export async function rejudgeEntries(tx: Queries, judged: readonly JudgedEntry[]): Promise<void> {
  const rows = judged.map(({ entry, verdict, code }) => ({ eventId: entry.eventId, verdict, code }));
  await tx.query(
    `UPDATE journal_event e SET verdict = row.verdict, code = row.code
     FROM json_to_recordset($1::text::json) AS row ("eventId" text, verdict text, code text)
     WHERE e.event_id = row."eventId"`,
    [JSON.stringify(rows)],
  );
}

/** Gives the movements that waited for a newer MES another chance. */
export async function releaseUpgradeHolds(tx: Queries, stationId: string): Promise<void> {
  await tx.query(
    "UPDATE station_order SET hold = 'none' WHERE station_id = $1 AND hold = 'awaiting-upgrade'",
    [stationId],
  );
}
