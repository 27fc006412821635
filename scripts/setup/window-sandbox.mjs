import { statSync } from "node:fs";
import path from "node:path";
import { asRoot } from "./as-root.mjs";
import { electronExecutable } from "./electron.mjs";
import { runCommand } from "./run-command.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/**
 * The window never runs without Chromium's sandbox for an ordinary user. It is built from user namespaces; where the
 * kernel forbids them (some containers, Ubuntu 24.04, hardened kernels) a helper that root has blessed does it instead.
 * Root has no sandbox and runs without, as in a container.
 * @param {string} root
 */
export async function requireWindowSandbox(root) {
  const executable = electronExecutable(root);
  if (process.platform !== "linux" || process.getuid?.() === 0 || executable === undefined) return;
  const helper = path.join(path.dirname(executable), "chrome-sandbox");
  if (isBlessed(helper) || (await allowsUserNamespaces())) return;
  throw new SetupFailure(
    "This system lets no ordinary user make a user namespace, so the window would have no sandbox.",
    blessing(helper),
  );
}

/**
 * @param {string} helper
 * @returns {string} the command that makes the helper usable
 */
function blessing(helper) {
  return asRoot(`chown root:root "${helper}" && chmod 4755 "${helper}"`);
}

/** @param {string} helper */
function isBlessed(helper) {
  const found = statSync(helper, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4001) === 0o4001;
}

/** Asked by making one: there are too many switches that forbid it. Without `unshare` Chromium itself will tell. */
async function allowsUserNamespaces() {
  const { exitCode, failure } = await runCommand("unshare", ["--user", "--map-root-user", "true"]);
  return failure !== undefined || exitCode === 0;
}
