import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "../database/database.ts";
import { openPglite } from "../database/pglite.ts";
import type { MesLog } from "../mes-log.ts";
import { readIfPresent } from "../secrets/create-once.ts";

/*
 * PGlite leaves all flushing to the operating system. Its folder is whole after a kill (the page cache lives on) and
 * after a close that flushed it, but after a power cut it may be torn in ways that no check sees. Then it is put aside
 * and built again from the ingress file, which holds everything.
 */
const BOOT_ID = "/proc/sys/kernel/random/boot_id";
const CLOSED = "closed";

export interface EmbeddedOptions {
  /** The MES's folder, with `pglite`, its marker and the ingress file in it. */
  readonly folder: string;
  readonly log: MesLog;
  /** Names the time since the machine was started; tests pretend a power cut with it. */
  readonly bootId?: () => Promise<string>;
}

/** Opens the embedded database, or begins a fresh one when the machine went down while it was open. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const { folder, log, bootId = readBootId } = options;
  const data = join(folder, "pglite");
  const marker = join(folder, "pglite.state");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const boot = await bootId();
  const state = (await readIfPresent(marker))?.trim();
  if (existsSync(data) && state !== CLOSED && state !== boot) {
    log.warn({ folder: data }, "the machine went down while the database was open; building it again");
    await putAside(data);
  }
  await writeMarker(marker, boot);
  const database = await openPglite(data);
  return {
    durableCommits: database.durableCommits,
    query: (sql, values) => database.query(sql, values),
    script: (sql) => database.script(sql),
    transaction: (work) => database.transaction(work),
    close: async () => {
      await database.close();
      await flushTree(data);
      await writeMarker(marker, CLOSED);
    },
  };
}

/** @returns a new name each time where the system has none, so that only a clean close is trusted there */
async function readBootId(): Promise<string> {
  return process.platform === "linux" ? (await readFile(BOOT_ID, "utf8")).trim() : randomUUID();
}

/** Keeps the last untrusted folder for whoever wants to look into it. */
async function putAside(data: string): Promise<void> {
  const aside = `${data}.aside`;
  await rm(aside, { recursive: true, force: true });
  await rename(data, aside);
}

async function writeMarker(path: string, state: string): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, state, { flush: true, mode: 0o600 });
  await rename(draft, path);
  await flush(join(path, ".."));
}

async function flushTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries)
    if (entry.isFile() || entry.isDirectory()) await flush(join(entry.parentPath, entry.name));
  await flush(folder);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
