import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type Head, headSchema } from "../../../shared/protocol/messages.ts";
import { StoreError } from "./store-error.ts";

/**
 * The high-water mark outside of the database (I-6). It is written after the commit, so it can lag behind the journal
 * but never lead it: a journal behind its mark was rolled back (restored file, deleted -wal), and a new epoch starts.
 */
export interface Sidecar {
  read(): Head | null;
  write(head: Head): void;
}

export function sidecarAt(path: string): Sidecar {
  return { read: () => readHead(path), write: (head) => replaceFile(path, `${JSON.stringify(head)}\n`) };
}

/** @returns null when there is no mark yet. @throws StoreError unusable when there is one that cannot be read */
function readHead(path: string): Head | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const parsed = headSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) {
    throw new StoreError(
      "unusable",
      `The high-water mark ${path} is damaged. Keep a copy of the folder, then remove that file: the station goes on in a new epoch`,
    );
  }
  return parsed.data;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw cause;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: the schema refuses null, so damage is reported in one place.
    return null;
  }
}

/**
 * Whole or not at all, also through a power cut: temporary file, flush, rename, flush of the folder (fault D7).
 *
 * @param mode who may read it; by default the station alone
 */
export function replaceFile(path: string, text: string, mode = 0o600): void {
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, "w", mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  flushFolder(dirname(path));
}

function flushFolder(path: string): void {
  // Windows cannot open folders; its rename is flushed with the file's own metadata.
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
