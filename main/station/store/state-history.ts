import { join } from "node:path";
import { machineEvents } from "../../../shared/domain/machines/events.ts";
import type { StateBegin } from "../../../shared/screen/machine-trend.ts";
import { epochTable } from "./epoch-table.ts";
import { type Database, openDatabase } from "./sqlite.ts";

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
    const begins: StateBegin[] = [];
    for (const row of newestFirst(database)) {
      if (Date.parse(row.atUtc) < fromMs) break;
      const begin = row.payload === "" ? undefined : beginOf(row, machineId);
      if (begin !== undefined) begins.push(begin);
    }
    return begins.sort((one, other) => one.atMs - other.atMs);
  } finally {
    database.close();
  }
}

interface HistoryRow {
  readonly atUtc: string;
  /** Empty for entries that are no change of state. */
  readonly payload: string;
}

function* newestFirst(database: Database): Generator<HistoryRow> {
  const rows = database.prepare<[string, number], HistoryRow>(
    `SELECT at_utc AS atUtc, CASE type WHEN 'machine.state-changed' THEN payload ELSE '' END AS payload
     FROM journal WHERE epoch = ? ORDER BY seq DESC LIMIT ?`,
  );
  for (const epoch of epochTable(database).all().toReversed()) yield* rows.iterate(epoch, MOST_ENTRIES);
}

function beginOf({ atUtc, payload }: HistoryRow, machineId: string): StateBegin | undefined {
  const parsed = payloadSchema.safeParse(JSON.parse(payload));
  // Entries of the first version have another shape; they are older than any window that is drawn.
  if (!parsed.success || parsed.data.machineId !== machineId) return undefined;
  const { state, was, agoMs } = parsed.data;
  return { atMs: Date.parse(atUtc) - agoMs, state, was };
}
