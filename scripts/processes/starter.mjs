import { readFileSync } from "node:fs";

const POLL_MS = 500;

/**
 * Tells when the npm that runs this program is gone. npm and its shell pass signals on only half-heartedly, and nothing
 * at all when killed. Does nothing for a program that no npm has started, or where there is no /proc.
 * @param {() => void} onGone called once
 * @returns {() => void} ends the watch
 */
export function watchStarter(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform !== "linux") return () => undefined;
  const parent = process.ppid;
  const npm = npmAbove(parent, { commandOf, parentOf });
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === parent || parentOf(parent) === npm)) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The npm above this program: its parent where the shell between them has given its place away, else the parent of that
 * shell. Whoever started the npm is nobody's business: `nohup npm start &` outlives the terminal it was typed in.
 * @param {number} parent
 * @param {{ commandOf: (pid: number) => string, parentOf: (pid: number) => number }} processes
 */
export function npmAbove(parent, processes) {
  const isNpm = processes.commandOf(parent).startsWith("npm "); // it calls itself "npm start", "npm run …"
  return isNpm ? parent : processes.parentOf(parent);
}

/** @param {number} pid */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // It ended between two looks.
  }
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0; // It ended between two looks: nobody's child any more.
  }
}
