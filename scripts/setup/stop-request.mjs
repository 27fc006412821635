import { constants } from "node:os";
import { watchStarter } from "../processes/starter.mjs";

/** How long a program may take to end; npm takes a SIGTERM for an occasion to undo minutes of work first. */
const GRACE_MS = 2_000;

/** @type {Set<(signal: NodeJS.Signals) => void>} */
const children = new Set();

/** @type {number | undefined} */
let requestedCode;

/**
 * From now on Ctrl-C, SIGTERM, a closed terminal and the end of npm stop the set-up: the program it waits for is ended,
 * the step fails and tidies up, and nothing is left running.
 */
export function heedStopRequests() {
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, () => requestStop(128 + constants.signals[name]));
  }
  watchStarter(() => requestStop(128 + constants.signals.SIGTERM));
}

/** @returns {number | undefined} the exit code, once somebody has asked to stop */
export function stopRequested() {
  return requestedCode;
}

/**
 * @param {(signal: NodeJS.Signals) => void} end how to end it when the set-up has to stop
 * @returns {() => void} to be called when it has ended by itself
 */
export function followChild(end) {
  children.add(end);
  if (requestedCode !== undefined) end("SIGTERM");
  return () => children.delete(end);
}

/** @param {number} exitCode */
function requestStop(exitCode) {
  if (requestedCode !== undefined) return;
  requestedCode = exitCode;
  for (const end of children) end("SIGTERM");
  setTimeout(() => {
    for (const end of children) end("SIGKILL");
    setTimeout(() => process.exit(exitCode), GRACE_MS).unref(); // a step of our own that does not end
  }, GRACE_MS).unref();
}
