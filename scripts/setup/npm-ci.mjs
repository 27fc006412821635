import path from "node:path";
import { registryTrouble } from "./registry.mjs";
import { freeMegabytes } from "./require-room.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

const OLDEST_NPM = 10;

/** Below this a failed installation is taken to have failed for want of room. */
const NO_ROOM_MB = 50;

/**
 * Runs `npm ci`, without any package's own scripts. An unreachable registry is noticed first: npm would try for minutes
 * without a word.
 * @param {string} root
 */
export async function npmCi(root) {
  const npm = { cwd: root, env: environmentWithoutOurNode(root), shell: process.platform === "win32" };
  await requireNpm(npm);
  const trouble = await registryTrouble(npm);
  if (trouble) say(`the npm registry cannot be reached (${trouble}); trying with what npm has kept`);
  const args = ["ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund"];
  const network = trouble ? ["--offline"] : [];
  const { exitCode } = await runCommand("npm", [...args, "--loglevel=error", ...network], {
    ...npm,
    show: true,
  });
  if (exitCode === 0) return;
  throw await explanation(root, { exitCode, trouble });
}

/**
 * @param {string} root
 * @param {{ exitCode: number | null, trouble: string | undefined }} end
 */
async function explanation(root, { exitCode, trouble }) {
  const freeMb = await freeMegabytes(root);
  if (freeMb < NO_ROOM_MB) {
    return new SetupFailure(
      `The disk of ${root} is full (${freeMb} MB left). Dependencies are not complete.`,
      `df -h "${root}"   (make room), then: npm run setup`,
    );
  }
  if (trouble) {
    return new SetupFailure(
      `The npm registry cannot be reached (${trouble}), and npm has not kept all packages.`,
      "npm ping   (until it answers: network, proxy, npm config get registry), then: npm run setup",
    );
  }
  return new SetupFailure(
    `npm ci ended with ${exitCode}; its own words are above. Dependencies are not complete.`,
    "npm run setup   (it begins anew; if npm says the same again, its words name the cause)",
  );
}

/** @param {{ cwd: string, env: NodeJS.ProcessEnv, shell: boolean }} npm */
async function requireNpm(npm) {
  const { output, failure } = await runCommand("npm", ["--version"], npm);
  if (failure)
    throw new SetupFailure("npm was not found in PATH.", "install Node 20 or newer with npm", failure);
  const version = output.trim();
  if (Number.parseInt(version, 10) >= OLDEST_NPM) return;
  const isRoot = process.getuid?.() === 0;
  throw new SetupFailure(
    `npm ${version} is too old; npm 11 is what this is tested with.`,
    isRoot
      ? "npm install --global npm@11"
      : `npx --yes npm@11 run ${process.env.npm_lifecycle_event?.replace(/^pre/, "") ?? "setup"}`,
  );
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
