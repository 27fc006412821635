/**
 * npm run build [-- part…]: bundles the shell and its preload, builds the terminal's and the overview's pages.
 * Parts whose sources have not changed are left alone.
 */
import path from "node:path";
import { buildStaleParts } from "./build/build-stale-parts.ts";

const root = path.dirname(import.meta.dirname);

try {
  const built = await buildStaleParts(root, process.argv.slice(2));
  console.log(built.length > 0 ? `built: ${built.join(", ")}` : "built: nothing, all parts are current");
} catch (failure) {
  console.error(`build: ${failure instanceof Error ? failure.message : String(failure)}`);
  process.exitCode = 1;
}
