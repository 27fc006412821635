import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseSource } from "./parse-source.ts";
import type { SourceFile } from "./source-file.ts";

/** All source files of the house, by path. */
export type House = ReadonlyMap<string, SourceFile>;

const TOP_FOLDERS = ["shared", "main", "renderer", "mes", "scripts", "bench", "e2e"];
const SOURCE = /\.(ts|tsx|mjs|js)$/;
const NOT_OURS = /(^|\/)(node_modules|dist|shots|results)\/|^scripts\/house\/fixtures\/|\.d\.ts$/;

/** Reads and parses every source file below the root's top folders. */
export async function readHouse(root: string): Promise<House> {
  const paths = (await Promise.all(TOP_FOLDERS.map((folder) => sourcesUnder(root, folder)))).flat().sort();
  const files = await Promise.all(
    paths.map(async (file) => parseSource(file, await readFile(path.join(root, file), "utf8"))),
  );
  return new Map(files.map((file) => [file.path, file]));
}

async function sourcesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (failure: NodeJS.ErrnoException) => {
      if (failure.code === "ENOENT") return []; // a fixture holds only the folders its rule is about
      throw failure;
    },
  );
  return entries
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !NOT_OURS.test(file));
}
