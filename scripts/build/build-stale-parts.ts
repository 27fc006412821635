import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { BUILD_PARTS, type BuildPart } from "./build-parts.ts";
import { fingerprint } from "./fingerprint.ts";

/**
 * Builds those parts whose sources changed since they were last built.
 * @param names which parts; none means all
 * @returns the names of the parts that were built
 */
export async function buildStaleParts(root: string, names: readonly string[] = []): Promise<string[]> {
  const built: string[] = [];
  for (const part of chooseParts(names)) {
    if (await buildIfStale(root, part)) built.push(part.name);
  }
  return built;
}

function chooseParts(names: readonly string[]): readonly BuildPart[] {
  const unknown = names.find((name) => !BUILD_PARTS.some((part) => part.name === name));
  if (unknown === undefined)
    return BUILD_PARTS.filter((part) => names.length === 0 || names.includes(part.name));
  throw new Error(
    `There is no part "${unknown}". Parts: ${BUILD_PARTS.map((part) => part.name).join(", ")}.`,
  );
}

async function buildIfStale(root: string, part: BuildPart): Promise<boolean> {
  if (!(await exists(path.join(root, part.entry)))) {
    throw new Error(`Cannot build "${part.name}": its entry ${part.entry} does not exist.`);
  }
  const stamp = path.join(root, "dist", ".stamps", part.name);
  const wanted = await fingerprint(root, part.inputs);
  const last = await readFile(stamp, "utf8").catch(() => "never built");
  if (last === wanted && (await exists(path.join(root, part.output)))) return false;
  await part.build(root).catch((cause: unknown) => {
    const words = cause instanceof Error ? stripVTControlCharacters(cause.message) : String(cause);
    throw new Error(`Cannot build "${part.name}". ${words}`, { cause });
  });
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
