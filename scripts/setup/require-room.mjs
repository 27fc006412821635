import { access, constants, statfs } from "node:fs/promises";
import { userInfo } from "node:os";
import { SetupFailure } from "./setup-failure.mjs";

/**
 * @param {string} folder an existing one
 * @returns {Promise<number>} what an ordinary user may still write there, in MB
 */
export async function freeMegabytes(folder) {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_000_000);
}

/**
 * @param {string} folder
 * @param {number} neededMb
 */
export async function requireRoom(folder, neededMb) {
  const freeMb = await freeMegabytes(folder);
  if (freeMb >= neededMb) return;
  throw new SetupFailure(
    `${folder} has ${freeMb} MB left; about ${neededMb} MB are needed.`,
    `df -h "${folder}"   (make room), then: npm run setup`,
  );
}

/** @param {string} folder */
export async function requireWritable(folder) {
  await access(folder, constants.W_OK).catch((cause) => {
    throw new SetupFailure(
      `${userInfo().username} may not write to ${folder}.`,
      `cp -r "${folder}" ~/takt && cd ~/takt   (or any folder of your own), then start again`,
      cause,
    );
  });
}
