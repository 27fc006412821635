import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Small files are many and of no weight. */
const SMALL_BYTES = 1_000_000;

/**
 * Takes the large files of a folder out of the kernel's page cache; only clean pages go, so flush before.
 * @returns false where that cannot be done
 */
export function dropFromPageCache(folder: string): boolean {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const large = files.filter((file) => statSync(file).size > SMALL_BYTES);
  return large.every((file) => spawnSync("dd", [`if=${file}`, "iflag=nocache", "count=0"]).status === 0);
}
