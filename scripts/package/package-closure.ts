import { access, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/**
 * Follows the dependencies of packages the way Node finds them, from the importing package's folder upwards.
 * @returns the packages' folders, relative to root, nested ones included
 * @throws when a dependency that is not optional is not installed
 */
export async function packageClosure(root: string, names: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const follow = async (name: string, from: string, isOptional: boolean): Promise<void> => {
    const folder = await folderOf(name, from, root);
    if (folder === undefined && isOptional) return; // a binary for another platform
    if (folder === undefined)
      throw new Error(`${name}, needed by ${from || "the station"}, is not installed`);
    if (found.has(folder)) return;
    found.add(folder);
    const manifest = Manifest.parse(
      JSON.parse(await readFile(path.join(root, folder, "package.json"), "utf8")),
    );
    for (const dependency of Object.keys(manifest.dependencies)) {
      await follow(dependency, folder, dependency in manifest.optionalDependencies);
    }
    for (const dependency of Object.keys(manifest.optionalDependencies))
      await follow(dependency, folder, true);
  };
  for (const name of names) await follow(name, "", false);
  return [...found].sort();
}

async function folderOf(name: string, from: string, root: string): Promise<string | undefined> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder === "." ? "" : folder, "node_modules", name);
    const isThere = await access(path.join(root, candidate, "package.json")).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
    if (folder === "" || folder === ".") return undefined;
  }
}
