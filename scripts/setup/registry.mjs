import { runCommand } from "./run-command.mjs";

const PATIENCE = ["--fetch-retries=0", "--fetch-timeout=10000"];

/** What npm calls it when nobody answers. Any answer, even a refusal to be pinged, is an answer. */
const NOBODY_ANSWERS =
  /\b(E(?:NOTFOUND|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|IDLETIMEOUT)|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Asks the registry for a sign of life.
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, shell: boolean }} npm
 * @returns {Promise<string | undefined>} npm's name for what is wrong, or undefined when the registry answers
 */
export async function registryTrouble(npm) {
  const { exitCode, output } = await runCommand("npm", ["ping", ...PATIENCE], npm);
  return exitCode === 0 ? undefined : networkTrouble(output);
}

/** @param {string} npmOutput */
function networkTrouble(npmOutput) {
  return NOBODY_ANSWERS.exec(npmOutput)?.[1];
}
