import { join } from "node:path";
import { type JournalStore, journalStore } from "./journal-store.ts";
import { type Sidecar, sidecarAt } from "./sidecar.ts";
import { type Database, openDatabase } from "./sqlite.ts";

/** The data of one moment. What a running station books meanwhile is not in it. */
export interface Snapshot {
  readonly store: JournalStore;
  readonly database: Database;
  readonly sidecar: Pick<Sidecar, "read">;
  close(): void;
}

/**
 * Reads beside the station, from the same process (one SQLite build per file, whose locks end with the process that made
 * them). The mark is read first: it may lag behind the journal, so a journal that is read later is never behind it.
 *
 * @throws StoreError when the file or the mark cannot be read
 */
export function openSnapshot(dataDir: string): Snapshot {
  const mark = sidecarAt(join(dataDir, "journal.head")).read();
  const database = openDatabase(join(dataDir, "journal.db"), { readonly: true });
  const store = journalStore(database);
  database.exec("BEGIN");
  store.epochs(); // the first read is what the moment of a transaction is
  return { store, database, sidecar: { read: () => mark }, close: () => void database.close() };
}
