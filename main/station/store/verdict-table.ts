import type { Verdict } from "../../../shared/protocol/messages.ts";
import type { Database } from "./sqlite.ts";

export interface OpenVerdict {
  readonly epoch: string;
  readonly seq: number;
  readonly verdict: "rejected" | "parked";
  readonly code: string;
}

/** Verdicts other than "applied": a person must see them (I-16). */
export interface VerdictTable {
  save(epoch: string, verdicts: readonly Verdict[]): void;
  open(): readonly OpenVerdict[];
}

export function verdictTable(database: Database): VerdictTable {
  const upsert = database.prepare(
    `INSERT INTO verdict VALUES (?, ?, ?, ?)
     ON CONFLICT (epoch, seq) DO UPDATE SET verdict = excluded.verdict, code = excluded.code`,
  );
  const remove = database.prepare("DELETE FROM verdict WHERE epoch = ? AND seq = ?");
  const open = database.prepare<[], OpenVerdict>(
    "SELECT epoch, seq, verdict, code FROM verdict ORDER BY epoch, seq",
  );
  return {
    save(epoch, verdicts) {
      for (const verdict of verdicts) {
        const final = verdict.verdict === "duplicate" ? verdict.of : verdict.verdict;
        if (final === "applied") remove.run(epoch, verdict.seq);
        else upsert.run(epoch, verdict.seq, final, "code" in verdict ? (verdict.code ?? "") : "");
      }
    },
    open: () => open.all(),
  };
}
