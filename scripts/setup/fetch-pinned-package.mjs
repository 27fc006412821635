import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

/**
 * Downloads one package through npm, without unpacking it or running its scripts, and checks it against its digest.
 * @param {{ spec: string, sha512: string }} pinned sha512 in base64
 * @param {string} folder where the archive is put
 * @returns {Promise<string>} the archive
 */
export async function fetchPinnedPackage({ spec, sha512 }, folder) {
  say(`downloading ${spec}`);
  const args = ["pack", spec, "--ignore-scripts", "--loglevel=error", "--fetch-retries=1"];

  const { exitCode, output, failure } = await runCommand("npm", [...args, "--pack-destination", folder], {
    cwd: folder,
  });
  const archive = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
  if (failure || exitCode !== 0 || archive === undefined) {
    throw new SetupFailure(
      `${spec} could not be downloaded: ${output.trim() || failure?.message}`,
      "check that the registry answers (npm ping), then: npm run setup",
      failure,
    );
  }
  const file = path.join(folder, archive);
  await refuseWrongDigest(file, spec, sha512);
  return file;
}

/**
 * @param {string} file
 * @param {string} spec
 * @param {string} expected
 */
export async function refuseWrongDigest(file, spec, expected) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  const found = hash.digest("base64");
  if (found === expected) return;
  throw new SetupFailure(
    `${spec} is not the file we know: its sha512 is ${found}, expected ${expected}. It was not unpacked.`,
    "npm cache clean --force && npm run setup   (if it persists, do not trust this registry)",
  );
}
