import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DataFolder } from "../config/data-folder.ts";
import { readEndpoint } from "../life/endpoint-file.ts";
import { StoreError } from "../store/store-error.ts";
import { offlineTools } from "./offline-tools.ts";
import { onlineTools } from "./online-tools.ts";
import type { StationTools } from "./station-tools.ts";

/** A station holds its data from the first moment of its start, and answers when it is done with it; a big one takes a while. */
const STARTS_WITHIN_MS = 15_000;
const LOOK_AGAIN_AFTER_MS = 200;

/**
 * A running station is asked; only without one does this program open the file itself (one process per file). One that is just
 * starting, or coming back after a crash, is waited for.
 *
 * @throws StoreError locked, when whoever holds the data does not answer in that time either
 */
export async function openTools(
  folder: DataFolder,
  { startsWithinMs }: { startsWithinMs: number } = { startsWithinMs: STARTS_WITHIN_MS },
): Promise<StationTools> {
  if (!existsSync(join(folder.root, "journal.db"))) {
    throw new Error(`There is no station data in ${folder.root}. Start the product once with: npm start`);
  }
  const givesUpAtMs = performance.now() + startsWithinMs;
  for (;;) {
    try {
      return (await askedTools(folder)) ?? offlineTools(folder);
    } catch (error) {
      if (!isLocked(error) || performance.now() > givesUpAtMs) throw error;
      await delay(LOOK_AGAIN_AFTER_MS);
    }
  }
}

async function askedTools({ endpoint }: DataFolder): Promise<StationTools | undefined> {
  const running = readEndpoint(endpoint);
  return running === undefined ? undefined : onlineTools(running);
}

function isLocked(error: unknown): boolean {
  return error instanceof StoreError && error.code === "locked";
}
