import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assertMakeable, assertPermitted } from "./assert-permitted.ts";
import { checkIntegrity } from "./check-journal.ts";
import { type JournalStore, journalStore } from "./journal-store.ts";
import { migrate } from "./migrate.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { isNoSpace, type Reserve, reserveAt } from "./reserve.ts";
import { type Sidecar, sidecarAt } from "./sidecar.ts";
import { type Database, openDatabase } from "./sqlite.ts";
import { type StationLock, takeStationLock } from "./station-lock.ts";
import { StoreError } from "./store-error.ts";

export interface OpenStore {
  readonly folder: string;
  readonly store: JournalStore;
  readonly sidecar: Sidecar;
  readonly reserve: Reserve;
  /** For checks only. */
  readonly database: Database;
  /** The last run did not end by itself: killed, power cut, or it stopped because of a write fault. */
  readonly endedBadly: boolean;
  /** Ends a run that ended well. */
  close(): void;
}

/**
 * Opens the station's data, in this order: the right to write, the lock (one station only), the file with its settings read back, the page
 * check if the last run did not end well, the schema.
 *
 * @throws StoreError locked, not-permitted, unusable or suspect
 */
export function openStore(dataDir: string): OpenStore {
  makeFolder(dataDir);
  assertPermitted(dataDir);
  const lock = takeStationLock(dataDir);
  try {
    return openLocked(dataDir, lock);
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

function openLocked(dataDir: string, lock: StationLock): OpenStore {
  const runMark = join(dataDir, "running");
  const endedBadly = existsSync(runMark);
  const database = openDatabase(join(dataDir, "journal.db"));
  try {
    if (endedBadly) assertIntact(database);
    migrate(database, allMigrations);
    writeMark(runMark);
  } catch (cause) {
    database.close();
    throw cause;
  }
  return {
    folder: dataDir,
    store: journalStore(database),
    sidecar: sidecarAt(join(dataDir, "journal.head")),
    reserve: reserveAt(join(dataDir, "reserve")),
    database,
    endedBadly,
    close() {
      database.close();
      rmSync(runMark, { force: true });
      lock.release();
    },
  };
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    if (isNoSpace(cause)) throw new StoreError("full", `There is no room for ${dataDir}`, { cause });
    assertMakeable(dataDir);
    throw new StoreError("unusable", `The data folder ${dataDir} cannot be made or entered`, { cause });
  }
}

/** Not being able to write the mark only costs one page check at the next start; a full disk must not keep us down (D2). */
function writeMark(path: string): void {
  try {
    writeFileSync(path, "");
  } catch (cause) {
    if (!isNoSpace(cause)) throw cause;
  }
}

function assertIntact(database: Database): void {
  const [first] = checkIntegrity(database, "quick");
  if (first === undefined) return;
  throw new StoreError(
    "unusable",
    `The data file is damaged (${first.what}). Nothing was changed; keep the folder and call your IT`,
  );
}
