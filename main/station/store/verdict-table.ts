import type { JournalEntry } from "../../../shared/protocol/journal-entry.ts";
import type { Verdict } from "../../../shared/protocol/messages.ts";
import type { Database } from "./sqlite.ts";

/** An entry that the MES refused for good, with its code. */
export interface RefusedEntry
  extends Pick<JournalEntry, "eventId" | "type" | "atUtc" | "actor" | "jobOrder" | "payload"> {
  readonly code: string;
}

/** Verdicts other than "applied": a person must see them (I-16). */
export interface VerdictTable {
  save(epoch: string, verdicts: readonly Verdict[]): void;
  /** The newest of the journal, newest first. */
  refused(limit: number): readonly RefusedEntry[];
  /** Entries that the MES holds back until something else has happened there. */
  parkedCount(): number;
}

export function verdictTable(database: Database): VerdictTable {
  const upsert = database.prepare(
    `INSERT INTO verdict VALUES (?, ?, ?, ?)
     ON CONFLICT (epoch, seq) DO UPDATE SET verdict = excluded.verdict, code = excluded.code`,
  );
  const remove = database.prepare("DELETE FROM verdict WHERE epoch = ? AND seq = ?");
  const refused = database.prepare<[number], RefusedEntry>(
    `SELECT event_id AS eventId, type, at_utc AS atUtc, actor, job_order AS jobOrder, payload, code
     FROM verdict JOIN epoch USING (epoch) JOIN journal USING (epoch, seq)
     WHERE verdict = 'rejected' ORDER BY ordinal DESC, seq DESC LIMIT ?`,
  );
  const parked = database
    .prepare<[], number>("SELECT count(*) FROM verdict WHERE verdict = 'parked'")
    .pluck();
  return {
    save(epoch, verdicts) {
      for (const verdict of verdicts) {
        const final = verdict.verdict === "duplicate" ? verdict.of : verdict.verdict;
        if (final === "applied") remove.run(epoch, verdict.seq);
        else upsert.run(epoch, verdict.seq, final, "code" in verdict ? (verdict.code ?? "") : "");
      }
    },
    refused: (limit) => refused.all(limit),
    parkedCount: () => parked.get() ?? 0,
  };
}
