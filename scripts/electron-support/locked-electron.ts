import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Manifest = z.object({ devDependencies: z.object({ electron: z.string() }) });

/** @returns the version of Electron this repository ships, such as `45.4.1` */
export async function lockedElectron(): Promise<string> {
  const file = path.join(import.meta.dirname, "..", "..", "package.json");
  return Manifest.parse(JSON.parse(await readFile(file, "utf8"))).devDependencies.electron;
}
