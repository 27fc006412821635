import { join } from "node:path";
import { machineEvents } from "../../../shared/domain/machines/events.ts";
import type { StateBegin } from "../../../shared/screen/machine-trend.ts";
import { epochTable } from "./epoch-table.ts";
import { openDatabase } from "./sqlite.ts";

const payloadSchema = machineEvents["machine.state-changed"];
/** Newest entries that are looked through; a day of a busy station has a fraction of that. */
const MOST_ENTRIES = 500_000;

/**
 * When one machine changed its state since `fromMs`, from the journal, oldest first. Walks back from the newest entry, so
 * it costs what the window holds and not what the journal holds.
 */
export function stateHistory(dataDir: string, machineId: string, fromMs: number): readonly StateBegin[] {
  const database = openDatabase(join(dataDir, "journal.db"), { readonly: true });
  try {
    const rows = database.prepare<[string, number], { type: string; atUtc: string; payload: string }>(
      `SELECT type, at_utc AS atUtc, CASE type WHEN 'machine.state-changed' THEN payload ELSE '' END AS payload
       FROM journal WHERE epoch = ? ORDER BY seq DESC LIMIT ?`,
    );
    const begins: StateBegin[] = [];
    for (const epoch of epochTable(database).all().toReversed()) {
      let isBefore = false;
      for (const row of rows.iterate(epoch, MOST_ENTRIES)) {
        isBefore = Date.parse(row.atUtc) < fromMs;
        if (isBefore) break;
        const begin = row.payload === "" ? undefined : beginOf(row, machineId);
        if (begin !== undefined) begins.push(begin);
      }
      if (isBefore) break;
    }
    return begins.sort((one, other) => one.atMs - other.atMs);
  } finally {
    database.close();
  }
}

function beginOf(
  { atUtc, payload }: { readonly atUtc: string; readonly payload: string },
  machineId: string,
): StateBegin | undefined {
  const parsed = payloadSchema.safeParse(JSON.parse(payload));
  // Entries of Street's time have another shape; they are older than any window that is drawn.
  if (!parsed.success || parsed.data.machineId !== machineId) return undefined;
  const { state, was, agoMs } = parsed.data;
  return { atMs: Date.parse(atUtc) - agoMs, state, was };
}
