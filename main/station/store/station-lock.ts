import { join } from "node:path";
import { type Database, openLockFile, storeErrorFrom } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

export interface StationLock {
  release(): void;
}

/**
 * One station per data folder (I-25, fault P8). The lock is an exclusive SQLite transaction on a file of its own: the
 * operating system drops it when the process dies, however it dies, so there is no stale lock to clean up by hand.
 *
 * @throws StoreError locked, when another station works on this folder
 */
export function takeStationLock(dataDir: string): StationLock {
  const database = openLockFile(join(dataDir, "station.lock"));
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw lockError(storeErrorFrom(cause, "Cannot take the station's lock"), dataDir);
  }
  return { release: () => close(database) };
}

/** Only a lock that someone holds means another station; a full or broken disk must not be blamed on one. */
function lockError(error: Error, dataDir: string): Error {
  if (!(error instanceof StoreError && error.code === "locked")) return error;
  return new StoreError("locked", `Another Takt station is working on ${dataDir}. Stop it first`, {
    cause: error,
  });
}

function close(database: Database): void {
  if (!database.open) return;
  database.exec("ROLLBACK");
  database.close();
}
