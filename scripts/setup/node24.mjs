import { existsSync } from "node:fs";
import path from "node:path";
import { runCommand } from "./run-command.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/**
 * Where the locked Node 24 lives. Resolved by path, because on Windows `.bin/node` is a shim that needs a shell.
 * @param {string} root
 */
function node24Path(root) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  return path.join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", file);
}

/**
 * Continues this very script on Node 24 when it was begun on an older one.
 * @param {string} root
 * @returns {Promise<number | undefined>} the exit code of that, or undefined when this already is Node 24
 */
export async function continueOnNode24(root) {
  const node = node24Path(root);
  if (!existsSync(node)) {
    throw new SetupFailure(
      `There is no Node 24 for ${process.platform}-${process.arch} in node_modules (only linux-x64 and win-x64 are locked).`,
      "rm -rf node_modules && npm run setup   (on a supported machine)",
    );
  }
  if (Number.parseInt(process.versions.node, 10) >= 24) return undefined;
  const { exitCode } = await runCommand(node, process.argv.slice(1), { show: true });
  return exitCode ?? 1;
}
