import type { PinGuard } from "../../../shared/domain/people/pin-guard.ts";
import type { Database } from "./sqlite.ts";

/** Guards by whom they are about; null: forgiven. */
export type PinGuardChanges = ReadonlyMap<string, PinGuard | null>;

/** Tries of PINs that must outlive the process: neither a kill nor a restart gives new ones (fault L1). */
export interface PinGuardTable {
  all(): ReadonlyMap<string, PinGuard>;
  save(changes: PinGuardChanges): void;
}

interface PinGuardRow {
  readonly subject: string;
  readonly triesInARow: number;
  readonly atUtc: string;
  readonly monoNs: string;
  readonly bootId: string;
  readonly clockState: "trusted" | "unknown";
  readonly pinHash: string | null;
}

export function pinGuardTable(database: Database): PinGuardTable {
  const all = database.prepare<[], PinGuardRow>(
    `SELECT subject, tries_in_a_row AS triesInARow, at_utc AS atUtc, mono_ns AS monoNs, boot_id AS bootId,
      clock_state AS clockState, pin_hash AS pinHash FROM pin_guard`,
  );
  const upsert = database.prepare<[PinGuardRow]>(
    "INSERT OR REPLACE INTO pin_guard VALUES (@subject, @triesInARow, @atUtc, @monoNs, @bootId, @clockState, @pinHash)",
  );
  const remove = database.prepare<[string]>("DELETE FROM pin_guard WHERE subject = ?");
  return {
    all: () =>
      new Map(
        all
          .all()
          .map(({ subject, triesInARow, pinHash, ...lastTry }) => [
            subject,
            { triesInARow, lastTry, pinHash },
          ]),
      ),
    save(changes) {
      for (const [subject, guard] of changes) {
        if (guard === null) remove.run(subject);
        else
          upsert.run({ subject, ...guard.lastTry, triesInARow: guard.triesInARow, pinHash: guard.pinHash });
      }
    },
  };
}
