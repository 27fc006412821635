import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * Where Chromium keeps its own files: below the data folder. Where that cannot be written, in a temporary one, so that there is
 * a window at all, in which the station's refusal can be read.
 */
export function profileFolder(dataFolder: string): string {
  const folder = path.join(dataFolder, "shell");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(path.join(tmpdir(), "takt-shell-")); // the station tells a person why, in words
  }
}
