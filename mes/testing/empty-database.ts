import { existsSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { openEmbedded } from "../durability/open-embedded.ts";
import { silentLog } from "./silent-log.ts";

/**
 * Puts an empty embedded database into a data folder that has none, as a MES leaves it that was started and stopped
 * before its first migration. PGlite makes one in three seconds of computing and opens it in half of one, so a whole
 * test run (TAKT_TEST_FOLDER, set by `npm test`) makes it once and copies it. Without such a folder nothing is done, and
 * the MES makes its own.
 */
export async function layEmptyDatabase(dataFolder: string): Promise<void> {
  const kept = process.env.TAKT_TEST_FOLDER;
  const folder = join(dataFolder, "mes");
  if (kept === undefined || existsSync(folder)) return;
  const made = join(kept, "empty-database");
  if (!existsSync(made)) await makeOnce(kept, made);
  await cp(made, folder, { recursive: true });
}

/** Another test file may be at it too: whoever is first has made it, and what the other made is thrown away. */
async function makeOnce(kept: string, made: string): Promise<void> {
  const draft = await mkdtemp(join(kept, "draft-"));
  const database = await openEmbedded({ folder: draft, log: silentLog });
  await database.close();
  try {
    await rename(draft, made);
  } catch (failure) {
    if (!existsSync(made)) throw failure;
    await rm(draft, { recursive: true });
  }
}
