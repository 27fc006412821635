import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { StoreError } from "./store-error.ts";

/** What the station writes in place: its databases, marks and locks. IT may own the rest (station.json, secrets, certificates). */
const WRITTEN_IN_PLACE = /^(journal\.db|signals\.db|signals\.lock|station\.lock)|^(reserve|running)$/;
const LOG = "log";

/**
 * Told at the start, before a booking fails of it: SQLite opens a file that it may only read without a word.
 *
 * @throws StoreError not-permitted, with the first file or folder that this user may not write
 */
export function assertPermitted(dataDir: string): void {
  assertWritable(dataDir);
  for (const name of readdirSync(dataDir)) {
    if (WRITTEN_IN_PLACE.test(name)) assertWritable(join(dataDir, name));
  }
  const log = join(dataDir, LOG);
  if (!existsSync(log)) return;
  assertWritable(log);
  for (const name of readdirSync(log)) assertWritable(join(log, name));
}

/** @throws StoreError not-permitted, when the folder is not there and this user may not make it */
export function assertMakeable(dataDir: string): void {
  let above = dataDir;
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  assertWritable(above);
}

function assertWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT") return; // listed a moment ago: the station before is just putting its files away
    const why =
      code === "EROFS" ? "its disk is mounted for reading only" : "this user has no right to write there";
    throw new StoreError("not-permitted", `${path} cannot be written: ${why}`, { cause });
  }
}
