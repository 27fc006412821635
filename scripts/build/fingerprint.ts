import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * One hash over everything a build reads. Names count as much as contents, so a removed file changes it too.
 * @param inputs files and folders, relative to root; absent ones simply contribute nothing
 * @returns sha256 in hex
 */
export async function fingerprint(root: string, inputs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of await filesUnder(path.join(root, input))) {
      hash.update(`${path.relative(root, file)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest("hex");
}

async function filesUnder(target: string): Promise<string[]> {
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch(
    (failure: NodeJS.ErrnoException) => {
      if (failure.code === "ENOENT") return [];
      if (failure.code === "ENOTDIR") return undefined;
      throw failure;
    },
  );
  if (entries === undefined) return [target];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
