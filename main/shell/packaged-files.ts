import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * Lists what was packaged, once. Serving by membership instead of by path arithmetic leaves no traversal to get wrong.
 * At once: it is a handful of names, and the window need not wait for more turns of a busy loop.
 * @returns paths with forward slashes, relative to the folder
 */
export function listPackagedFiles(folder: string): ReadonlySet<string> {
  return new Set(filesUnder(folder, ""));
}

function filesUnder(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path.join(folder, entry.name), `${name}/`);
    return entry.isFile() ? [name] : [];
  });
}
