import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";

export interface BenchFolder {
  readonly path: string;
  remove(): void;
}

/** A folder beside the repository's own data, not a temporary one that may be memory. It goes with the process at the latest. */
export function benchFolder(): BenchFolder {
  const folder = mkdtempSync(path.join(process.cwd(), ".bench-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  return { path: folder, remove };
}
