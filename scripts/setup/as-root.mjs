import { findProgram } from "./find-program.mjs";

/**
 * The one line an ordinary user types to have something done as root: a plain Debian has no sudo.
 * @param {string} commands joined by `&&`, without single quotes
 * @param {{ hasSudo: boolean }} [situation]
 */
export function asRoot(commands, { hasSudo } = { hasSudo: findProgram("sudo") !== undefined }) {
  return hasSudo ? `sudo sh -c '${commands}'` : `su -c '${commands}'`;
}
