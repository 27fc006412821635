import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/**
 * Brings node_modules to what package-lock.json says. A marker inside node_modules names the lockfile it was
 * installed from, so an unchanged lockfile costs one hash and a half-finished install is never taken for a whole one.
 * @param {string} root
 */
export async function installDependencies(root) {
  const wanted = await lockfileFingerprint(root);
  const marker = path.join(root, "node_modules", ".setup-lock");
  const installed = await readFile(marker, "utf8").catch(() => "none");
  if (installed === wanted) return;
  say("installing dependencies from package-lock.json (npm ci)");
  await rm(marker, { force: true });
  await npmCi(root);
  await writeFile(marker, wanted);
}

/** @param {string} root */
async function lockfileFingerprint(root) {
  const lockfile = await readFile(path.join(root, "package-lock.json")).catch((cause) => {
    throw new SetupFailure("package-lock.json cannot be read.", "git checkout package-lock.json", cause);
  });
  const hash = createHash("sha256").update(lockfile).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
async function npmCi(root) {
  const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const { exitCode, failure } = await runCommand("npm", args, {
    cwd: root,
    env: environmentWithoutOurNode(root),
    show: true,
    shell: process.platform === "win32",
  });
  if (failure)
    throw new SetupFailure("npm was not found in PATH.", "install Node 20 or newer with npm", failure);
  if (exitCode !== 0) {
    throw new SetupFailure(
      `npm ci ended with ${exitCode}; its own words are above. Dependencies are not complete.`,
      "check that the registry answers (npm ping), then: npm run setup",
    );
  }
}

/**
 * npm must not run on the Node inside node_modules: `npm ci` removes that very file.
 * @param {string} root
 */
function environmentWithoutOurNode(root) {
  const inside = path.join(root, "node_modules");
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return {
    ...process.env,
    PATH: folders.filter((folder) => !folder.startsWith(inside)).join(path.delimiter),
  };
}
