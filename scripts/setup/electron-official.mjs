import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { runCommand } from "./run-command.mjs";

/** A download of which nothing new has arrived for so long is given up. */
const STALL_LIMIT_MS = 30_000;

/** Would fetch another version, or let a mirror vouch for its own files: what counts came with the locked package. */
const WEAKENS_THE_CHECK = /^(npm_config_)?(electron_use_remote_checksums|electron_custom_version)$/i;

/**
 * Downloads the official build (from ELECTRON_MIRROR where that is set) into node_modules/electron/dist. Whatever was there
 * before is removed first; path.txt is written last, so that nobody takes a half-finished build for a whole one.
 * @param {string} root
 * @param {{ stallLimitMs?: number }} [patience]
 * @returns {Promise<string | undefined>} why it failed, in a few words; undefined when it is in place
 */
export async function downloadOfficial(root, { stallLimitMs = STALL_LIMIT_MS } = {}) {
  const electron = path.join(root, "node_modules", "electron");
  for (const name of ["path.txt", "dist"])
    await rm(path.join(electron, name), { recursive: true, force: true });
  const parent = path.join(root, "node_modules", ".cache");
  await mkdir(parent, { recursive: true });
  const work = await mkdtemp(path.join(parent, "electron-"));
  const watch = watchProgress([work, path.join(electron, "dist")], stallLimitMs);
  try {
    const { exitCode, output } = await runCommand(process.execPath, [path.join(electron, "install.js")], {
      cwd: root,
      env: downloadEnvironment(work),
      abort: watch.stalled,
    });
    if (exitCode === 0) return undefined;
    return watch.stalled.aborted ? "nothing more arrives" : plainReason(output);
  } finally {
    watch.stop();
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
function downloadEnvironment(work) {
  const kept = Object.entries(process.env).filter(([name]) => !WEAKENS_THE_CHECK.test(name));
  return {
    ...Object.fromEntries(kept),
    TMPDIR: work,
    ELECTRON_GET_NO_PROGRESS: "1",
    NODE_USE_ENV_PROXY: "1", // the proxy that npm uses
  };
}

/**
 * @param {string} output what the installer printed
 * @returns {string}
 */
function plainReason(output) {
  const line = output.split("\n").find((it) => it.includes("Error:")) ?? "it ended without a word";
  const words = line.slice(line.indexOf("Error:") + "Error:".length).trim();
  if (words === "fetch failed") return "its server cannot be reached";
  if (words === "terminated") return "the connection broke";
  if (words.includes("did not match expected checksum"))
    return "what arrived is not the file we know, or only a part of it; it was thrown away";
  return words;
}

/**
 * @param {string[]} folders
 * @param {number} stallLimitMs
 */
function watchProgress(folders, stallLimitMs) {
  const giveUp = new AbortController();
  let last = -1;
  let grownAt = performance.now();
  const look = async () => {
    const sizes = await Promise.all(folders.map(sizeOf));
    const size = sizes.reduce((sum, it) => sum + it, 0);
    if (size !== last) grownAt = performance.now();
    last = size;
    if (performance.now() - grownAt > stallLimitMs) giveUp.abort();
  };
  const timer = setInterval(() => void look(), Math.min(1_000, stallLimitMs));
  return { stalled: giveUp.signal, stop: () => clearInterval(timer) };
}

/** @param {string} folder */
async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []); // not made yet
  const sizes = names.map((name) =>
    stat(path.join(folder, name)).then(
      ({ size }) => size,
      () => 0, // removed between the two looks
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
}
