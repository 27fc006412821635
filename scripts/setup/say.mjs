/**
 * Set-up speaks on stderr only: `npm run takt -- journal --json` is piped into other programs.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`setup: ${text}\n`);
}
