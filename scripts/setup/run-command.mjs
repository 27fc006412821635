import { spawn } from "node:child_process";
import { followChild } from "./stop-request.mjs";

/**
 * Runs a program to its end without a shell, so that paths with spaces need no quoting. It ends with the set-up.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, abort?: AbortSignal, show?: boolean, shell?: boolean }} [options]
 *   show: let the person see what the program prints (on stderr) instead of collecting it
 * @returns {Promise<{ exitCode: number | null, output: string, failure?: Error }>} failure: it could not be started
 */
export function runCommand(command, args, { cwd, env, abort, show = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: show ? ["ignore", 2, 2] : ["ignore", "pipe", "pipe"],
    });
    const end = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
    abort?.addEventListener("abort", () => end("SIGTERM"), { once: true });
    const forget = followChild(end);
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const finish = (/** @type {number | null} */ exitCode, /** @type {Error | undefined} */ failure) => {
      forget();
      resolve({ exitCode, output, ...(failure && { failure }) });
    };
    child.once("error", (failure) => finish(null, failure));
    child.once("close", (exitCode) => finish(exitCode, undefined));
  });
}
