import { spawn } from "node:child_process";

/**
 * Runs a program to its end without a shell, so that paths with spaces need no quoting.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, show?: boolean, shell?: boolean }} [options]
 *   show: let the person see what the program prints (on stderr) instead of collecting it
 * @returns {Promise<{ exitCode: number | null, output: string, failure?: Error }>} failure: it could not be started
 */
export function runCommand(command, args, { cwd, env, timeoutMs, show = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout: timeoutMs,
      shell,
      stdio: show ? ["ignore", 2, 2] : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (failure) => resolve({ exitCode: null, output, failure }));
    child.once("close", (exitCode) => resolve({ exitCode, output }));
  });
}
