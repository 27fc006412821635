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

/** The only change a stored event ever sees: what the MES makes of it. */
export async function rejudgeEntry(tx: Queries, judged: JudgedEntry): Promise<void> {
  await tx.query("UPDATE journal_event SET verdict = $2, code = $3 WHERE event_id = $1", [
    judged.entry.eventId,
    judged.verdict,
    judged.code,
  ]);
}

/** Gives the movements that waited for a newer MES another chance. */
export async function releaseUpgradeHolds(tx: Queries, stationId: string): Promise<void> {
  await tx.query(
    "UPDATE station_order SET hold = 'none' WHERE station_id = $1 AND hold = 'awaiting-upgrade'",
    [stationId],
  );
}
