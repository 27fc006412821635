import { readdir } from "node:fs/promises";
import path from "node:path";

/**
 * Lists what was packaged, once. Serving by membership instead of by path arithmetic leaves no traversal to get wrong.
 * @returns paths with forward slashes, relative to the folder; empty when it does not exist
 */
export async function listPackagedFiles(folder: string): Promise<ReadonlySet<string>> {
  return new Set(await filesUnder(folder, ""));
}

async function filesUnder(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path.join(folder, entry.name), `${name}/`);
      return Promise.resolve(entry.isFile() ? [name] : []);
    }),
  );
  return nested.flat();
}
